package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The broker's door for probes of other machines: TLS, and a user who may write samples and nothing
 * else. What comes over loopback needs no password, as before.
 *
 * @param host an address of this machine, or {@code 0.0.0.0} for all of them
 * @param port of the door
 */
record OuterListener(String host, int port) {

    /** The user of SCRAM-SHA-512, and the file in {@code secrets} that holds the password. */
    static final String USER = "perfwatch-probe";

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final String STORE = "kafka-tls";

    /**
     * @throws Refusal if it is not {@code HOST:PORT}
     */
    static OuterListener parse(String address) {
        Matcher parts = ADDRESS.matcher(address);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65535) {
            throw new Refusal("--listen %s: say HOST:PORT, as 0.0.0.0:9093".formatted(address));
        }
        return new OuterListener(parts.group(1), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Makes the password and the certificate that are not there yet. */
    void prepare(DataDirectory data, Secrets secrets) throws IOException, InterruptedException {
        secrets.password(USER);
        secrets.password(STORE);
        if (!Files.exists(certificate(data))) {
            Files.deleteIfExists(store(data));
            keytool(
                    "-genkeypair",
                    "-alias",
                    "broker",
                    "-keyalg",
                    "EC",
                    "-validity",
                    "3650",
                    "-dname",
                    "CN=" + reachableName(),
                    "-ext",
                    "san=" + names(),
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store(data).toString(),
                    "-storepass:file",
                    secrets.file(STORE).toString());
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "broker",
                    "-keystore",
                    store(data).toString(),
                    "-storepass:file",
                    secrets.file(STORE).toString(),
                    "-file",
                    certificate(data).toString());
        }
    }

    /** Lines of the broker's configuration, for this listener beside the one on loopback. */
    String properties(DataDirectory data, Ports ports, Secrets secrets) {
        return """
        advertised.listeners=PLAINTEXT://%1$s:%2$d,PROBES://%3$s:%4$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROBES:SASL_SSL
        inter.broker.listener.name=PLAINTEXT
        sasl.enabled.mechanisms=SCRAM-SHA-512
        listener.name.probes.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
        ssl.keystore.type=PKCS12
        ssl.keystore.location=%5$s
        ssl.keystore.password=%6$s
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        super.users=User:ANONYMOUS
        """
                .formatted(
                        Ports.HOST,
                        ports.kafka(),
                        reachableName(),
                        port,
                        store(data),
                        secrets.password(STORE));
    }

    String invitation(DataDirectory data, Secrets secrets) {
        return "Probes of other machines: ./perfwatch probe install --kafka %s:%d --user %s --password-file %s --ca %s"
                .formatted(reachableName(), port, USER, secrets.file(USER), certificate(data));
    }

    static Path certificate(DataDirectory data) {
        return data.secrets().resolve("kafka-ca.crt");
    }

    private static Path store(DataDirectory data) {
        return data.secrets().resolve(STORE + ".p12");
    }

    /** Under which others find this machine. */
    private String reachableName() {
        try {
            return host.equals("0.0.0.0") ? InetAddress.getLocalHost().getHostName() : host;
        } catch (IOException e) {
            throw new Refusal(
                    "--listen %s: this machine has no name; say its address".formatted(this));
        }
    }

    private String names() throws IOException {
        Stream<String> addresses =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .map(address -> "ip:" + address.getHostAddress().replaceAll("%.*", ""));
        Stream<String> name = Stream.of("dns:" + reachableName(), "dns:localhost");
        return Stream.concat(name.filter(n -> !n.matches("dns:[0-9.]+")), addresses)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new Refusal("no certificate could be made: " + said);
        }
    }
}
