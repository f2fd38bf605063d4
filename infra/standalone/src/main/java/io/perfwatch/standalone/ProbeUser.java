package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The user of probes elsewhere: made in the broker's process, as soon as the broker answers. */
final class ProbeUser {

    private static final int ITERATIONS = 8192;
    private static final List<String> TOPICS =
            List.of(
                    "perfwatch.system.v1",
                    "perfwatch.processes.v1",
                    "perfwatch.counters.v1",
                    "perfwatch.hosts.v1");

    private ProbeUser() {}

    /**
     * @param port the broker's on loopback
     * @param password the file that holds it
     */
    static void make(int port, Path password) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Ports.HOST + ":" + port))) {
            var mechanism = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            String secret = Files.readString(password).strip();
            admin.alterUserScramCredentials(
                            List.of(
                                    new UserScramCredentialUpsertion(
                                            OuterListener.USER, mechanism, secret)))
                    .all()
                    .get();
            admin.createAcls(rights()).all().get();
        } catch (IOException | ExecutionException e) {
            System.err.println("no probe can join: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<AclBinding> rights() {
        return TOPICS.stream()
                .flatMap(topic ->
                        Stream.of(AclOperation.WRITE, AclOperation.DESCRIBE)
                                .map(operation -> right(topic, operation)))
                .toList();
    }

    private static AclBinding right(String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + OuterListener.USER, "*", operation, AclPermissionType.ALLOW));
    }
}
