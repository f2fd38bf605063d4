package io.perfwatch.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

final class HashPasswordTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printedHash_isWhatAUserMayHave_andFitsThePassword() throws IOException {
        assertThat(run("grün wie die Hoffnung\n")).isZero();

        String hash = out.toString(UTF_8).strip();
        assertThat(new User("vera", Role.VIEWER, hash).hash()).isEqualTo(hash);
        assertThat(
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .matches("grün wie die Hoffnung", hash))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "too short\n",
                "äääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää\n"
            })
    void passwordThatCannotBeUsed_isRefused(String input) throws IOException {
        assertThat(run(input)).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8)).contains("12 characters", "72 bytes");
    }

    private int run(String input) throws IOException {
        return HashPassword.run(
                null,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
