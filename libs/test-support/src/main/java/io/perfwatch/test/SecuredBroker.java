package io.perfwatch.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker as in production: TLS, SCRAM-SHA-512, and nothing allowed that no ACL allows. Only
 * {@link #admin} comes in without a password, on a listener of its own.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String STORE_PASSWORD = "perfwatch";
    private static final int ITERATIONS = 4096;

    private final Path directory = TemporaryDirectory.create("kafka-tls");
    private final int port = FreePort.next();
    private final EmbeddedBroker broker;

    public SecuredBroker() {
        makeCertificate();
        broker = new EmbeddedBroker(",USERS://127.0.0.1:" + port, settings());
        broker.start();
    }

    /** Where users come in: {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** PEM, of the certificate that users have to trust. */
    public Path certificate() {
        return directory.resolve("ca.crt");
    }

    public Admin admin() {
        return broker.admin();
    }

    public void addUser(String name, String password) {
        var mechanism = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        var user = new UserScramCredentialUpsertion(name, mechanism, password);
        try (Admin admin = admin()) {
            admin.alterUserScramCredentials(List.of(user)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void allow(Collection<AclBinding> rights) {
        try (Admin admin = admin()) {
            admin.createAcls(rights).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void createTopics(Collection<NewTopic> topics) {
        try (Admin admin = admin()) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a Kafka client sets to come in as this user. */
    public Map<String, String> login(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate().toString());
    }

    private String settings() {
        return """
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,USERS:SASL_SSL
        sasl.enabled.mechanisms=SCRAM-SHA-512
        listener.name.users.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
        ssl.keystore.type=PKCS12
        ssl.keystore.location=%s
        ssl.keystore.password=%s
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        super.users=User:ANONYMOUS
        """
                .formatted(keyStore(), STORE_PASSWORD);
    }

    private Path keyStore() {
        return directory.resolve("broker.p12");
    }

    private void makeCertificate() {
        String store = keyStore().toString();
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                STORE_PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-keystore",
                store,
                "-storepass",
                STORE_PASSWORD,
                "-file",
                certificate().toString());
    }

    private static void keytool(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        TemporaryDirectory.delete(directory);
    }
}
