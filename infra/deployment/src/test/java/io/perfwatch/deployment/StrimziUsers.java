package io.perfwatch.deployment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The users and topics of {@code k8s/components/strimzi}, as Kafka itself has them. */
final class StrimziUsers {

    private StrimziUsers() {}

    static List<Manifest> users() throws IOException {
        return read("users.yaml");
    }

    /** With one replica: the tests have one broker. */
    static List<NewTopic> topics() throws IOException {
        return read("topics.yaml").stream()
                .map(topic ->
                        new NewTopic(
                                        topic.name(),
                                        Integer.parseInt(Yaml.text(topic.spec(), "partitions")),
                                        (short) 1)
                                .configs(config(topic)))
                .toList();
    }

    private static Map<String, String> config(Manifest topic) {
        Map<String, String> config = Manifest.strings(Yaml.object(topic.spec(), "config"));
        config.put("min.insync.replicas", "1");
        return config;
    }

    /** What Strimzi makes of a user's {@code authorization}. */
    static List<AclBinding> rights(Manifest user) {
        return Yaml.objects(Yaml.object(user.spec(), "authorization"), "acls")
                .flatMap(acl -> bindings(user.name(), acl))
                .collect(Collectors.toList());
    }

    private static Stream<AclBinding> bindings(String user, JsonObject acl) {
        JsonObject resource = Yaml.object(acl, "resource");
        var pattern =
                new ResourcePattern(
                        ResourceType.fromString(Yaml.text(resource, "type")),
                        Yaml.text(resource, "name"),
                        PatternType.LITERAL);
        return Yaml.elements(acl, "operations")
                .map(operation -> operation.getAsString().toUpperCase(Locale.ROOT))
                .map(operation ->
                        new AclBinding(
                                pattern,
                                new AccessControlEntry(
                                        "User:" + user,
                                        "*",
                                        AclOperation.fromString(operation),
                                        AclPermissionType.ALLOW)));
    }

    private static List<Manifest> read(String file) throws IOException {
        return Manifest.all(
                Files.readString(
                        Kustomize.REPOSITORY.resolve("k8s/components/strimzi").resolve(file)));
    }
}
