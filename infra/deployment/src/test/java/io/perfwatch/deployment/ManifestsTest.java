package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay as the cluster would get it. */
@TestInstance(Lifecycle.PER_CLASS)
class ManifestsTest {
    private static final String VERSION = "app.kubernetes.io/version";

    private final Map<String, List<Manifest>> rendered = new HashMap<>();
    private final Kustomize kustomize;

    ManifestsTest(@TempDir Path directory) throws IOException {
        kustomize = new Kustomize(directory);
    }

    @BeforeAll
    void render() {
        assumeTrue(
                Program.isInstalled("kubectl"),
                "no kubectl on the PATH, so no overlay is rendered");
        for (String overlay : List.of("demo", "production")) {
            rendered.put(overlay, kustomize.render(overlay));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyObject_isAcceptedByTheSchema(String overlay) {
        assertThat(manifests(overlay))
                .hasSizeGreaterThan(30)
                .allSatisfy(manifest ->
                        assertThat(Schema.problems(manifest)).as("%s", manifest).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everythingThatIsNamed_isThere(String overlay) {
        assertThat(References.problems(manifests(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyPod_isWithinTheLevelOfItsNamespace(String overlay) {
        for (Manifest manifest : manifests(overlay)) {
            if (manifest.runsPods()) {
                boolean probe = manifest.namespace().equals("perfwatch-probes");
                assertThat(level(overlay, manifest.namespace()))
                        .isEqualTo(probe ? "privileged" : "restricted");
                assertThat(
                                probe
                                        ? PodSecurity.againstOwnRules(manifest)
                                        : PodSecurity.againstRestricted(manifest))
                        .as("%s", manifest)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void aProbe_hasNoRightButCounting_andWritesNothing(String overlay) {
        for (Manifest probe : kind(overlay, "DaemonSet")) {
            List<String> rights =
                    probe.name().equals("perf-counter") ? List.of("PERFMON") : List.of();
            assertThat(probe.containers())
                    .allSatisfy(container -> {
                        assertThat(PodSecurity.added(container)).isEqualTo(rights);
                        assertThat(PodSecurity.canWriteItsRoot(container)).isFalse();
                        assertThat(Yaml.objects(container, "volumeMounts"))
                                .filteredOn(mount -> !Yaml.text(mount, "name").equals("tmp"))
                                .allMatch(mount -> Yaml.isTrue(mount, "readOnly"));
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyObject_hasTheRecommendedLabels(String overlay) {
        assertThat(manifests(overlay))
                .allSatisfy(manifest ->
                        assertThat(manifest.labels())
                                .as("%s", manifest)
                                .containsKeys(
                                        "app.kubernetes.io/part-of", "app.kubernetes.io/instance"));
    }

    /** Also that of a broker's and a database's image, which is not PerfWatch's. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyPod_isLabelledWithTheVersionOfItsImage(String overlay) {
        assertThat(manifests(overlay))
                .filteredOn(Manifest::runsPods)
                .allSatisfy(manifest ->
                        assertThat(manifest.containers())
                                .as("%s", manifest)
                                .allMatch(container ->
                                        Yaml.text(container, "image")
                                                .endsWith(
                                                        ":" + manifest.podLabels().get(VERSION))));
    }

    /** The API server refuses a stateful set whose claims have other labels than before. */
    @Test
    void aVolumeClaim_isTheSameInEachVersion() {
        assertThat(kind("demo", "StatefulSet"))
                .hasSize(2)
                .flatExtracting(set -> Yaml.objects(set.spec(), "volumeClaimTemplates").toList())
                .hasSize(2)
                .allSatisfy(claim ->
                        assertThat(Manifest.strings(Yaml.object(claim, "metadata", "labels")))
                                .doesNotContainKey(VERSION));
    }

    /** Both namespaces begin with nothing allowed; each further policy names its peers' ports. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyEdge_isNamed(String overlay) {
        List<Manifest> policies = kind(overlay, "NetworkPolicy");
        assertThat(policies)
                .filteredOn(policy -> policy.name().equals("nothing-by-default"))
                .extracting(Manifest::namespace)
                .containsExactlyInAnyOrder("perfwatch", "perfwatch-probes");
        for (Manifest policy : policies) {
            for (String direction : List.of("ingress", "egress")) {
                assertThat(Yaml.objects(policy.spec(), direction))
                        .as("%s", policy)
                        .allMatch(rule -> Yaml.elements(rule, "ports").findAny().isPresent());
            }
        }
    }

    @Test
    void alerts_areTheSameWithAndWithoutKubernetes() throws IOException {
        JsonObject plain =
                Yaml.documents(
                                Files.readString(
                                        Kustomize.REPOSITORY.resolve(
                                                "infra/prometheus/alerts.yml")))
                        .getFirst();
        assertThat(kind("production", "PrometheusRule"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.spec().get("groups")).isEqualTo(plain.get("groups")));
    }

    @Test
    void secrets_areMadeOnce_andForTheirOwnerAlone() throws IOException {
        Path secret = kustomize.secrets("demo").resolve("gateway.env");
        String before = Files.readString(secret);
        kustomize.init("demo");
        assertThat(Files.readString(secret)).isEqualTo(before).contains("{bcrypt}$2a$12$");
        assertThat(Files.getPosixFilePermissions(secret).toString())
                .doesNotContain("GROUP", "OTHERS");
    }

    private String level(String overlay, String namespace) {
        return kind(overlay, "Namespace").stream()
                .filter(found -> found.name().equals(namespace))
                .map(found ->
                        found.labels().getOrDefault("pod-security.kubernetes.io/enforce", "none"))
                .findFirst()
                .orElse("none");
    }

    private List<Manifest> kind(String overlay, String kind) {
        return manifests(overlay).stream().filter(m -> m.kind().equals(kind)).toList();
    }

    private List<Manifest> manifests(String overlay) {
        return rendered.getOrDefault(overlay, List.of());
    }
}
