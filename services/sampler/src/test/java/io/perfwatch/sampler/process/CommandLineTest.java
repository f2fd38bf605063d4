package io.perfwatch.sampler.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static String redacted(String line) {
        return CommandLine.of(line.replace(' ', '\0') + "\0", true);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "app --password=x --port=80, app --password=*** --port=80",
                "app --password x --port 80, app --password *** --port 80",
                "app --db-passwd x, app --db-passwd ***",
                "java -Dapp.secret=x -jar a.jar, java -Dapp.secret=*** -jar a.jar",
                "env API_KEY=x PATH=/bin run, env API_KEY=*** PATH=/bin run",
                "curl -u me:pw http://h/, curl -u me:*** http://h/",
                "psql postgres://me:pw@db:5432/x, psql postgres://me:***@db:5432/x",
                "git clone https://token@h/x, git clone https://token@h/x",
                "run eyJhbGciOi.J9.x, run ***",
                "run ghp_abcdef, run ***",
                "run --token-file /etc/token, run --token-file ***",
                "sleep 10, sleep 10",
            })
    void secret_isMasked(String given, String expected) {
        assertThat(redacted(given)).isEqualTo(expected);
    }

    @Test
    void header_isMaskedInsideOneArgument() {
        assertThat(CommandLine.of("curl\0-H\0Authorization: Bearer abc\0", true))
                .isEqualTo("curl -H Authorization:***");
    }

    @Test
    void line_isCutAtTwoHundredAndHasNoControlCharacters() {
        assertThat(CommandLine.of("a\nb\0" + "x".repeat(500), false))
                .hasSize(200)
                .startsWith("a b xxx");
    }
}
