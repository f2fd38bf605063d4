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
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app --password=x --port=80 | app --password=*** --port=80",
                "app --password x --port 80 | app --password *** --port 80",
                "app --db-passwd x | app --db-passwd ***",
                "java -Dapp.secret=x -jar a.jar | java -Dapp.secret=*** -jar a.jar",
                "env API_KEY=x PATH=/bin run | env API_KEY=*** PATH=/bin run",
                "run --token-file /etc/token | run --token-file ***",
                "app {\"user\":\"me\",\"password\":\"x\"} | app {\"user\":\"me\",\"password\":\"***\"}",
                "sleep 10 | sleep 10",
                "node --experimental-vm-modules a.js | node --experimental-vm-modules a.js",
            })
    void valueOfATellingName_isMasked(String given, String expected) {
        assertThat(redacted(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "psql postgres://me:pw@db:5432/x | psql postgres://me:***@db:5432/x",
                "app redis://:pw@cache/0 | app redis://:***@cache/0",
                "git clone https://token@h/x | git clone https://***@h/x",
                "git clone https://me:t@h/x | git clone https://me:***@h/x",
                "git clone ssh://git@h/x | git clone ssh://git@h/x",
                "get https://h/a@b | get https://h/a@b",
                "app jdbc:x://h/d?user=u&password=p&a=1 | app jdbc:x://h/d?user=u&password=***&a=1",
                "get https://h/?access_token=x&a=1 | get https://h/?access_token=***&a=1",
            })
    void secretInAnAddress_isMasked(String given, String expected) {
        assertThat(redacted(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql -uroot -phunter2 shop | mysql -uroot -p*** shop",
                "/usr/bin/mysqldump -phunter2 | /usr/bin/mysqldump -p***",
                "sudo mariadb -phunter2 | sudo mariadb -p***",
                "sshpass -p hunter2 ssh h -p 22 | sshpass -p *** ssh h -p ***",
                "sshpass -phunter2 ssh h | sshpass -p*** ssh h",
                "redis-cli -a hunter2 ping | redis-cli -a *** ping",
                "curl -u me:pw http://h/ | curl -u me:*** http://h/",
                "curl -ume:pw http://h/ | curl -u*** http://h/",
                "docker login -u me -p hunter2 | docker login -u me -p ***",
                "docker run -p 80:80 x | docker run -p 80:80 x",
                "ssh -p 22 h | ssh -p 22 h",
                "openssl rsa -passin pass:x | openssl rsa -passin ***",
            })
    void shortOptionOfAProgramThatTakesSecrets_isMasked(String given, String expected) {
        assertThat(redacted(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run eyJhbGciOi.J9.x | run ***",
                "run ghp_abcdef | run ***",
                "run --key=AKIAABCDEFGH | run --key=***",
                "risk-free sk-learn-not-a-key | risk-free ***",
            })
    void wellKnownToken_isMaskedWhereverItStands(String given, String expected) {
        assertThat(redacted(given)).isEqualTo(expected);
    }

    @Test
    void header_isMaskedInsideOneArgument() {
        assertThat(CommandLine.of("curl\0-H\0Authorization: Bearer abc\0", true))
                .isEqualTo("curl -H Authorization:***");
    }

    @Test
    void commandOfAShell_isMaskedWordByWord() {
        assertThat(CommandLine.of("sh\0-c\0PGPASSWORD=x psql; mysql -phunter2\0", true))
                .isEqualTo("sh -c PGPASSWORD=***");
        assertThat(CommandLine.of("sh\0-c\0sleep 1; mysql -phunter2 x\0", true))
                .isEqualTo("sh -c sleep 1; mysql -p*** x");
        assertThat(CommandLine.of("sh\0-c\0curl -H \"Authorization: Bearer abc\" h\0", true))
                .isEqualTo("sh -c curl -H \"Authorization: *** *** h");
    }

    @Test
    void line_isCutAtTwoHundredAndHasNoControlCharacters() {
        assertThat(CommandLine.of("a\nb\0" + "x".repeat(500), false))
                .hasSize(200)
                .startsWith("a b xxx");
    }
}
