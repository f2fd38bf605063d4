package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
final class TlsIT {
    private static final String PASSWORD = "keystore-password";

    @TempDir private Path directory = Path.of("");

    @Test
    void gateway_speaksTls_andTakesANewCertificateWhileItRuns(Stack stack) throws Exception {
        Path store = directory.resolve("web.p12");
        certificate("first", store);
        try (RunningGateway gateway = stack.start(settings(store))) {
            HttpResponse<String> answer = ask(gateway.port());
            assertThat(subject(answer)).isEqualTo("CN=first");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));

            Path fresh = directory.resolve("fresh.p12");
            certificate("second", fresh);
            Files.move(fresh, store, StandardCopyOption.REPLACE_EXISTING);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> subject(ask(gateway.port())).equals("CN=second"));
        }
    }

    private static String[] settings(Path store) {
        String bundle = "--spring.ssl.bundle.jks.web.";
        return Stream.concat(
                        Stream.of(TestUsers.settings()),
                        Stream.of(
                                "--server.ssl.bundle=web",
                                bundle + "keystore.location=file:" + store,
                                bundle + "keystore.password=" + PASSWORD,
                                bundle + "keystore.type=PKCS12",
                                bundle + "reload-on-update=true",
                                "--spring.ssl.bundle.watch.file.quiet-period=100ms"))
                .toArray(String[]::new);
    }

    private static void certificate(String name, Path store) throws Exception {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-alias",
                        "web",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** On a connection of its own, so that the handshake is a new one. */
    private static HttpResponse<String> ask(int port) throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustEverything()}, new SecureRandom());
        try (HttpClient http = HttpClient.newBuilder().sslContext(trusting).build()) {
            URI uri = URI.create("https://127.0.0.1:" + port + "/api/v1/session");
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    private static String subject(HttpResponse<?> answer) throws Exception {
        var certificate = answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return ((X509Certificate) certificate).getSubjectX500Principal().getName();
    }

    private static final class TrustEverything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
