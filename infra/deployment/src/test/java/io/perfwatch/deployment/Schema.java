package io.perfwatch.deployment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kubernetes' own schema, as the official Java client carries it: generated from the API server's
 * OpenAPI document. Strict: a member that the API does not know is an error, one of another type
 * too.
 */
final class Schema {

    /** What is used here, under the only version of its API that is neither old nor to come. */
    private static final Map<String, Set<String>> KINDS =
            Map.of(
                    "v1",
                    Set.of("Namespace", "ServiceAccount", "Service", "ConfigMap", "Secret"),
                    "apps/v1",
                    Set.of("Deployment", "DaemonSet", "StatefulSet"),
                    "policy/v1",
                    Set.of("PodDisruptionBudget"),
                    "networking.k8s.io/v1",
                    Set.of("NetworkPolicy", "Ingress"),
                    "scheduling.k8s.io/v1",
                    Set.of("PriorityClass"));

    /** Custom resources; their schemas come with their operators. */
    private static final Set<String> FOREIGN =
            Set.of("monitoring.coreos.com/v1", "kafka.strimzi.io/v1");

    /** Still served, but superseded. */
    private static final Set<String> DEPRECATED =
            Set.of("serviceAccount", "clusterName", "externalID", "gitRepo");

    private Schema() {}

    /** What is wrong; nothing: it would be accepted. */
    static List<String> problems(Manifest manifest) {
        if (FOREIGN.contains(manifest.apiVersion())) {
            return List.of();
        }
        if (!KINDS.getOrDefault(manifest.apiVersion(), Set.of()).contains(manifest.kind())) {
            return List.of("no kind " + manifest.kind() + " of " + manifest.apiVersion());
        }
        var problems = new ArrayList<String>();
        try {
            Class<?> model =
                    Class.forName("io.kubernetes.client.openapi.models.V1" + manifest.kind());
            validate(model, manifest.json(), problems);
            Object read = JSON.getGson().fromJson(manifest.json(), model);
            compare("", manifest.json(), JSON.getGson().toJsonTree(read), problems);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    /** Members that are not known, and required ones that are not there. */
    private static void validate(Class<?> model, JsonObject json, List<String> problems) {
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
        } catch (InvocationTargetException e) {
            problems.add(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the typed model did not take over as it was is of the wrong type. */
    private static void compare(
            String path, JsonElement written, JsonElement read, List<String> problems) {
        if (written.isJsonObject()) {
            for (var member : written.getAsJsonObject().entrySet()) {
                String at = path + "/" + member.getKey();
                if (DEPRECATED.contains(member.getKey())) {
                    problems.add(at + " is deprecated");
                }
                JsonElement same =
                        read.isJsonObject() ? read.getAsJsonObject().get(member.getKey()) : null;
                if (same == null) {
                    if (!isEmpty(member.getValue())) {
                        problems.add(at + " is not what the API has there");
                    }
                } else {
                    compare(at, member.getValue(), same, problems);
                }
            }
        } else if (written.isJsonArray()) {
            int size = written.getAsJsonArray().size();
            if (!read.isJsonArray() || read.getAsJsonArray().size() != size) {
                problems.add(path + " is no list there");
                return;
            }
            for (int i = 0; i < size; i++) {
                JsonElement same = read.getAsJsonArray().get(i);
                compare(path + "/" + i, written.getAsJsonArray().get(i), same, problems);
            }
        } else if (!text(written).equals(text(read)) && !isSameAmount(written, read)) {
            problems.add("%s is %s, which reads as %s".formatted(path, written, read));
        }
    }

    /** Kustomize breaks the lines of Base64. */
    private static String text(JsonElement value) {
        return value.toString().replace("\\n", "");
    }

    private static boolean isEmpty(JsonElement value) {
        return value.isJsonNull()
                || (value.isJsonArray() && value.getAsJsonArray().isEmpty())
                || (value.isJsonObject() && value.getAsJsonObject().isEmpty());
    }

    /** {@code 1} and {@code 1.0}, {@code 1Gi} and {@code 1024Mi}. */
    private static boolean isSameAmount(JsonElement one, JsonElement other) {
        try {
            return amount(one).compareTo(amount(other)) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static BigDecimal amount(JsonElement value) {
        return Quantity.fromString(value.getAsString()).getNumber();
    }
}
