package io.perfwatch.gateway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests of an operation: values that fit, values that nearly do, and attacks. */
final class Values {
    private static final List<String> FITTING =
            List.of(
                    "web-1",
                    "cpu.utilization",
                    "cpu.cores[*].utilization",
                    "disks[vda].utilization",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T01:00:00Z",
                    "100",
                    "60",
                    "3600",
                    "csv",
                    "jsonl",
                    "viewer",
                    "cpu",
                    "perfwatch.system.v1",
                    "8b1f0b8e-3a6c-4d35-8e7d-0a2f3c4d5e6f");

    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "*",
                    "0",
                    "-1",
                    "1e309",
                    "NaN",
                    "9223372036854775808",
                    "null",
                    "true",
                    "' or '1'='1",
                    "'; drop table host; --",
                    "\\",
                    "]",
                    "[",
                    "cpu[",
                    "a.b[c\\].d",
                    "../../etc/passwd",
                    "..%2f..%2fetc",
                    "${jndi:ldap://127.0.0.1/x}",
                    "#{T(java.lang.Runtime).getRuntime()}",
                    "<script>alert(1)</script>",
                    "\u0000",
                    "a\r\nSet-Cookie: x=y",
                    "\u202e\ud83d\ude00é",
                    "-999999999-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "2026-02-30T00:00:00Z",
                    "9999999999999",
                    "{\"a\":1}",
                    "x".repeat(3000));

    private final Random random;

    Values(long seed) {
        random = new Random(seed);
    }

    String address(Operation operation) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", encode(any()));
            } else if (random.nextInt(8) != 0) {
                for (int i = random.nextInt(10) == 0 ? 3 : 1; i > 0; i--) {
                    query.add(encode(name) + "=" + encode(any()));
                }
            }
        }
        return path + query;
    }

    String body(Operation operation) {
        return switch (random.nextInt(10)) {
            case 0 -> any();
            case 1 -> "[".repeat(2000);
            case 2 -> "{\"a\":".repeat(2000);
            default ->
                    JsonMapper.shared().writeValueAsString(value(operation, operation.body(), 0));
        };
    }

    private JsonNode value(Operation operation, JsonNode schema, int depth) {
        JsonNode resolved = operation.resolved(schema);
        if (random.nextInt(10) == 0 || depth > 5) {
            return JsonMapper.shared().getNodeFactory().stringNode(any());
        }
        return switch (resolved.path("type").asString("object")) {
            case "object" -> object(operation, resolved, depth);
            case "array" -> array(operation, resolved, depth);
            case "integer", "number" ->
                    JsonMapper.shared()
                            .getNodeFactory()
                            .numberNode(
                                    random.nextBoolean()
                                            ? random.nextLong(100_000)
                                            : random.nextLong());
            case "boolean" ->
                    JsonMapper.shared().getNodeFactory().booleanNode(random.nextBoolean());
            default -> JsonMapper.shared().getNodeFactory().stringNode(any());
        };
    }

    private JsonNode object(Operation operation, JsonNode schema, int depth) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        schema.path("properties")
                .propertyStream()
                .filter(property -> random.nextInt(10) != 0)
                .forEach(property ->
                        object.set(
                                property.getKey(),
                                value(operation, property.getValue(), depth + 1)));
        return object;
    }

    private JsonNode array(Operation operation, JsonNode schema, int depth) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            array.add(value(operation, schema.path("items"), depth + 1));
        }
        return array;
    }

    private String any() {
        List<String> from = random.nextInt(3) > 0 ? FITTING : HOSTILE;
        return from.get(random.nextInt(from.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
