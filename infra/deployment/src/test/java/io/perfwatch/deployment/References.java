package io.perfwatch.deployment;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what one object of an overlay names is there: nothing of this does a schema see. */
final class References {
    private final List<Manifest> all;
    private final List<String> problems = new ArrayList<>();

    private References(List<Manifest> all) {
        this.all = all;
    }

    static List<String> problems(List<Manifest> all) {
        var references = new References(all);
        for (Manifest manifest : all) {
            references.check(manifest);
        }
        return references.problems;
    }

    private void check(Manifest manifest) {
        if (!manifest.namespace().isEmpty()) {
            need(manifest, "Namespace", "", manifest.namespace());
        }
        switch (manifest.kind()) {
            case "Deployment", "DaemonSet", "StatefulSet" -> workload(manifest);
            case "Service" -> service(manifest);
            case "PodDisruptionBudget" ->
                    selected(manifest, Yaml.object(manifest.spec(), "selector"));
            case "NetworkPolicy" -> networkPolicy(manifest);
            case "Ingress" -> ingress(manifest);
            default -> {
                // names nothing
            }
        }
    }

    private void workload(Manifest manifest) {
        if (!selects(Yaml.object(manifest.spec(), "selector"), manifest.podLabels())) {
            problems.add(manifest + " does not select its own pods");
        }
        JsonObject pod = manifest.podSpec();
        here(manifest, "ServiceAccount", Yaml.text(pod, "serviceAccountName"));
        String priority = Yaml.text(pod, "priorityClassName");
        if (!priority.isEmpty()) {
            need(manifest, "PriorityClass", "", priority);
        }
        Yaml.objects(pod, "volumes")
                .forEach(volume -> {
                    named(manifest, "ConfigMap", Yaml.object(volume, "configMap"), "name");
                    named(manifest, "Secret", Yaml.object(volume, "secret"), "secretName");
                });
        manifest.containers().forEach(container -> container(manifest, container));
    }

    private void container(Manifest manifest, JsonObject container) {
        Yaml.objects(container, "envFrom")
                .forEach(source -> {
                    named(manifest, "ConfigMap", Yaml.object(source, "configMapRef"), "name");
                    named(manifest, "Secret", Yaml.object(source, "secretRef"), "name");
                });
        Set<String> volumes =
                Stream.concat(
                                Yaml.objects(manifest.podSpec(), "volumes"),
                                Yaml.objects(manifest.spec(), "volumeClaimTemplates")
                                        .map(claim -> Yaml.object(claim, "metadata")))
                        .map(volume -> Yaml.text(volume, "name"))
                        .collect(Collectors.toSet());
        Yaml.objects(container, "volumeMounts")
                .map(mount -> Yaml.text(mount, "name"))
                .filter(name -> !volumes.contains(name))
                .forEach(name -> problems.add(manifest + " mounts " + name + ", which it has not"));
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            for (String way : List.of("httpGet", "tcpSocket")) {
                JsonObject asked = Yaml.object(container, probe, way);
                if (!asked.isEmpty() && !ports(container).contains(Yaml.text(asked, "port"))) {
                    problems.add(manifest + ": " + probe + " asks a port that is not there");
                }
            }
        }
    }

    private void service(Manifest manifest) {
        Map<String, String> selector = Manifest.strings(Yaml.object(manifest.spec(), "selector"));
        List<Manifest> pods =
                pods(manifest.namespace())
                        .filter(w -> w.podLabels().entrySet().containsAll(selector.entrySet()))
                        .toList();
        if (pods.isEmpty()) {
            problems.add(manifest + " selects no pod");
        }
        Yaml.objects(manifest.spec(), "ports")
                .map(port -> Yaml.text(port, "targetPort"))
                .forEach(port -> listens(manifest, pods, port));
    }

    private void networkPolicy(Manifest manifest) {
        List<Manifest> pods = selected(manifest, Yaml.object(manifest.spec(), "podSelector"));
        Yaml.objects(manifest.spec(), "ingress")
                .flatMap(rule -> Yaml.objects(rule, "ports"))
                .map(port -> Yaml.text(port, "port"))
                .forEach(port -> listens(manifest, pods, port));
    }

    private void ingress(Manifest manifest) {
        Yaml.objects(manifest.spec(), "rules")
                .flatMap(rule -> Yaml.objects(Yaml.object(rule, "http"), "paths"))
                .map(path -> Yaml.text(Yaml.object(path, "backend", "service"), "name"))
                .forEach(name -> here(manifest, "Service", name));
    }

    /** The workloads of its namespace that a label selector means; none is a problem. */
    private List<Manifest> selected(Manifest manifest, JsonObject selector) {
        List<Manifest> pods =
                pods(manifest.namespace()).filter(w -> selects(selector, w.podLabels())).toList();
        if (pods.isEmpty()) {
            problems.add(manifest + " selects no pod");
        }
        return pods;
    }

    private void listens(Manifest manifest, List<Manifest> pods, String port) {
        for (Manifest pod : pods) {
            if (pod.containers().noneMatch(container -> ports(container).contains(port))) {
                problems.add(manifest + ": " + pod + " has no port " + port);
            }
        }
    }

    private Stream<Manifest> pods(String namespace) {
        return all.stream().filter(m -> m.runsPods() && m.namespace().equals(namespace));
    }

    private static boolean selects(JsonObject selector, Map<String, String> labels) {
        boolean equal =
                labels.entrySet()
                        .containsAll(
                                Manifest.strings(Yaml.object(selector, "matchLabels")).entrySet());
        return equal
                && Yaml.objects(selector, "matchExpressions")
                        .allMatch(expression ->
                                Yaml.elements(expression, "values")
                                        .anyMatch(v ->
                                                v.getAsString()
                                                        .equals(
                                                                labels.get(
                                                                        Yaml.text(
                                                                                expression,
                                                                                "key")))));
    }

    private static List<String> ports(JsonObject container) {
        return Yaml.objects(container, "ports")
                .flatMap(port ->
                        Stream.of(Yaml.text(port, "name"), Yaml.text(port, "containerPort")))
                .toList();
    }

    private void named(Manifest manifest, String kind, JsonObject reference, String member) {
        if (!reference.isEmpty()) {
            here(manifest, kind, Yaml.text(reference, member));
        }
    }

    private void here(Manifest manifest, String kind, String name) {
        need(manifest, kind, manifest.namespace(), name);
    }

    private void need(Manifest manifest, String kind, String namespace, String name) {
        if (all.stream()
                .noneMatch(m ->
                        m.kind().equals(kind)
                                && m.namespace().equals(namespace)
                                && m.name().equals(name))) {
            problems.add("%s names the %s %s, which is not there".formatted(manifest, kind, name));
        }
    }
}
