package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself: it has to refuse what a cluster would refuse. */
class CheckTest {
    private static final String GOOD =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: gateway, namespace: perfwatch}
            spec:
              selector: {matchLabels: {app: gateway}}
              template:
                metadata: {labels: {app: gateway}}
                spec:
                  automountServiceAccountToken: false
                  securityContext: {runAsNonRoot: true, runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: gateway
                      image: perfwatch/gateway:0.1.0
                      resources: {requests: {cpu: 200m, memory: 1Gi}, limits: {cpu: "2", memory: 1Gi}}
                      securityContext:
                        allowPrivilegeEscalation: false
                        capabilities: {drop: [ALL]}
            """;

    @Test
    void good_isAccepted() {
        assertThat(schema(GOOD)).isEmpty();
        assertThat(PodSecurity.againstRestricted(manifest(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  template:|  templat:",
                "image: perfwatch|imag: perfwatch",
                "apps/v1|extensions/v1beta1",
                "kind: Deployment|kind: Deploymnt",
                "runAsUser: 10001|runAsUser: ten",
                "cpu: 200m|cpu: 200 millis",
                "selector: {matchLabels: {app: gateway}}|replicas: 1",
                "automountServiceAccountToken|serviceAccount"
            })
    void schema_refuses(String right, String wrong) {
        assertThat(schema(GOOD.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runAsNonRoot: true|runAsNonRoot: false|may run as root",
                "runAsUser: 10001|runAsUser: 0|may run as root",
                "runAsUser: 10001|fsGroup: 10001|opens its volumes to the group at each start",
                "drop: [ALL]|drop: [NET_RAW]|does not drop all rights",
                "drop: [ALL]|drop: [ALL], add: [SYS_ADMIN]|adds [SYS_ADMIN]",
                "allowPrivilegeEscalation: false|allowPrivilegeEscalation: true|may gain privileges",
                "seccompProfile: {type: RuntimeDefault}|fsGroup: 1|has no seccomp profile",
                "automountServiceAccountToken: false|hostPID: true|hostPID"
            })
    void restricted_refuses(String right, String wrong, String problem) {
        assertThat(PodSecurity.againstRestricted(manifest(GOOD.replace(right, wrong))))
                .contains(problem);
    }

    @Test
    void references_missWhatIsNotThere() {
        assertThat(References.problems(List.of(manifest(GOOD))))
                .anyMatch(problem -> problem.contains("Namespace perfwatch"))
                .anyMatch(problem -> problem.contains("ServiceAccount"));
    }

    private static Manifest manifest(String yaml) {
        return Manifest.all(yaml).getFirst();
    }

    private static List<String> schema(String yaml) {
        return Schema.problems(manifest(yaml));
    }
}
