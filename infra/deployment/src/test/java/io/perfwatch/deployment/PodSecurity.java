package io.perfwatch.deployment;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The Pod Security Standards, as the API server enforces them by a namespace's label, and what
 * PerfWatch asks of its pods beyond them.
 */
final class PodSecurity {
    private static final Set<String> RESTRICTED_VOLUMES =
            Set.of(
                    "configMap",
                    "csi",
                    "downwardAPI",
                    "emptyDir",
                    "ephemeral",
                    "persistentVolumeClaim",
                    "projected",
                    "secret");

    private PodSecurity() {}

    /** What level {@code restricted} (and {@code baseline}, which it includes) does not allow. */
    static List<String> againstRestricted(Manifest manifest) {
        var problems = new ArrayList<String>();
        JsonObject pod = manifest.podSpec();
        for (String shared : List.of("hostPID", "hostIPC", "hostNetwork")) {
            if (Yaml.isTrue(pod, shared)) {
                problems.add(shared);
            }
        }
        Yaml.objects(pod, "volumes")
                .flatMap(volume -> volume.keySet().stream())
                .filter(kind -> !kind.equals("name") && !RESTRICTED_VOLUMES.contains(kind))
                .forEach(kind -> problems.add("volume of kind " + kind));
        manifest.containers()
                .forEach(container -> {
                    if (!effective(container, pod, "runAsNonRoot").equals("true")
                            || effective(container, pod, "runAsUser").equals("0")) {
                        problems.add("may run as root");
                    }
                    if (!added(container).isEmpty()) {
                        problems.add("adds " + added(container));
                    }
                    if (Yaml.objects(container, "ports").anyMatch(port -> port.has("hostPort"))) {
                        problems.add("takes a port of its node");
                    }
                });
        problems.addAll(againstOwnRules(manifest));
        return problems;
    }

    /** What every pod has to be, also where the namespace would allow more. */
    static List<String> againstOwnRules(Manifest manifest) {
        var problems = new ArrayList<String>();
        JsonObject pod = manifest.podSpec();
        if (!Yaml.text(pod, "automountServiceAccountToken").equals("false")) {
            problems.add("is given a token");
        }
        JsonObject security = Yaml.object(pod, "securityContext");
        if (security.has("fsGroup")
                && !Yaml.text(security, "fsGroupChangePolicy").equals("OnRootMismatch")) {
            problems.add("opens its volumes to the group at each start");
        }
        manifest.containers()
                .forEach(container -> {
                    JsonObject own = Yaml.object(container, "securityContext");
                    if (!Yaml.text(own, "allowPrivilegeEscalation").equals("false")) {
                        problems.add("may gain privileges");
                    }
                    if (Yaml.isTrue(own, "privileged")) {
                        problems.add("is privileged");
                    }
                    if (Yaml.elements(Yaml.object(own, "capabilities"), "drop")
                            .noneMatch(right -> right.getAsString().equals("ALL"))) {
                        problems.add("does not drop all rights");
                    }
                    if (!Set.of("RuntimeDefault", "Localhost").contains(seccomp(container, pod))) {
                        problems.add("has no seccomp profile");
                    }
                    for (String bound : List.of("cpu", "memory")) {
                        if (!Yaml.object(container, "resources", "limits").has(bound)
                                || !Yaml.object(container, "resources", "requests").has(bound)) {
                            problems.add("has no request or limit of " + bound);
                        }
                    }
                });
        return problems;
    }

    /** Capabilities that a container adds. */
    static List<String> added(JsonObject container) {
        return Yaml.elements(Yaml.object(container, "securityContext", "capabilities"), "add")
                .map(right -> right.getAsString())
                .toList();
    }

    static boolean canWriteItsRoot(JsonObject container) {
        return !Yaml.isTrue(Yaml.object(container, "securityContext"), "readOnlyRootFilesystem");
    }

    private static String seccomp(JsonObject container, JsonObject pod) {
        String own = Yaml.text(Yaml.object(container, "securityContext", "seccompProfile"), "type");
        return own.isEmpty()
                ? Yaml.text(Yaml.object(pod, "securityContext", "seccompProfile"), "type")
                : own;
    }

    /** The container's, else the pod's. */
    private static String effective(JsonObject container, JsonObject pod, String member) {
        String own = Yaml.text(Yaml.object(container, "securityContext"), member);
        return own.isEmpty() ? Yaml.text(Yaml.object(pod, "securityContext"), member) : own;
    }
}
