package io.perfwatch.deployment;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One object of a rendered overlay.
 *
 * @param json all of it
 */
record Manifest(JsonObject json) {

    static List<Manifest> all(String yaml) {
        return Yaml.documents(yaml).stream().map(Manifest::new).toList();
    }

    String apiVersion() {
        return Yaml.text(json, "apiVersion");
    }

    String kind() {
        return Yaml.text(json, "kind");
    }

    String name() {
        return Yaml.text(Yaml.object(json, "metadata"), "name");
    }

    String namespace() {
        return Yaml.text(Yaml.object(json, "metadata"), "namespace");
    }

    Map<String, String> labels() {
        return strings(Yaml.object(json, "metadata", "labels"));
    }

    JsonObject spec() {
        return Yaml.object(json, "spec");
    }

    boolean runsPods() {
        return List.of("Deployment", "DaemonSet", "StatefulSet").contains(kind());
    }

    JsonObject podSpec() {
        return Yaml.object(spec(), "template", "spec");
    }

    Map<String, String> podLabels() {
        return strings(Yaml.object(spec(), "template", "metadata", "labels"));
    }

    Stream<JsonObject> containers() {
        return Stream.concat(
                Yaml.objects(podSpec(), "initContainers"), Yaml.objects(podSpec(), "containers"));
    }

    static Map<String, String> strings(JsonObject from) {
        var strings = new HashMap<String, String>();
        from.entrySet().forEach(e -> strings.put(e.getKey(), e.getValue().getAsString()));
        return strings;
    }

    @Override
    public String toString() {
        return "%s %s/%s".formatted(kind(), namespace(), name());
    }
}
