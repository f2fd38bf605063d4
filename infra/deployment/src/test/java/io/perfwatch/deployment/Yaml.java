package io.perfwatch.deployment;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as JSON, and how to walk through it: what is absent is empty. */
final class Yaml {
    private static final Gson JSON = new Gson();

    private Yaml() {}

    /** All documents of a text; a key that is there twice is an error. */
    static List<JsonObject> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(16 << 20);
        Iterable<Object> all =
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text);
        return StreamSupport.stream(all.spliterator(), false)
                .map(document -> JSON.toJsonTree(document).getAsJsonObject())
                .toList();
    }

    /** The object at the end of a path of members. */
    static JsonObject object(@Nullable JsonObject from, String... path) {
        JsonObject at = from;
        for (String name : path) {
            JsonElement next = at == null ? null : at.get(name);
            at = next != null && next.isJsonObject() ? next.getAsJsonObject() : null;
        }
        return at == null ? new JsonObject() : at;
    }

    static Stream<JsonElement> elements(JsonObject from, String name) {
        JsonElement list = from.get(name);
        return list == null || !list.isJsonArray()
                ? Stream.empty()
                : StreamSupport.stream(list.getAsJsonArray().spliterator(), false);
    }

    static Stream<JsonObject> objects(JsonObject from, String name) {
        return elements(from, name).map(JsonElement::getAsJsonObject);
    }

    static String text(JsonObject from, String name) {
        JsonElement value = from.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    static boolean isTrue(JsonObject from, String name) {
        return text(from, name).equals("true");
    }
}
