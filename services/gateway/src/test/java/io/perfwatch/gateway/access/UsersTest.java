package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsersTest {
    @TempDir private Path directory = Path.of("");

    @Test
    void configuration_andFile_areRead() throws IOException {
        Users users =
                file(
                        "# the team\n\n  vera viewer %1$s\nolga\toperator %1$s\n"
                                .formatted(TestUsers.HASH));

        assertThat(users.find("vera")).hasValue(TestUsers.VIEWER);
        assertThat(users.find("olga")).hasValue(TestUsers.OPERATOR);
        assertThat(users.find("nobody")).isEmpty();
        assertThat(TestUsers.of(List.of(TestUsers.VIEWER)).find("vera")).hasValue(TestUsers.VIEWER);
    }

    @ParameterizedTest
    @CsvSource({
        "vera viewer secret-in-the-clear, the password of vera is not what",
        "vera viewer {noop}secret-in-the-clear, the password of vera is not what",
        "vera viewer, a line is not: NAME ROLE HASH",
        "vera admin HASH, vera: a role is viewer or operator",
        "vera/x viewer HASH, the name of a user is not",
        "'vera viewer HASH\nvera operator HASH', the user vera is there twice",
        "'# nobody\n', has no users"
    })
    void badFile_stopsTheStartAndSaysWhy_withoutThePassword(String text, String why) {
        assertThatThrownBy(() -> file(text.replace("HASH", TestUsers.HASH)))
                .isInstanceOf(MisconfiguredAccessException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret-in-the-clear");
    }

    @Test
    void missingFile_stopsTheStart() {
        assertThatThrownBy(() -> TestUsers.ofFile(directory.resolve("nothing").toString()))
                .isInstanceOf(MisconfiguredAccessException.class)
                .hasMessageContaining("nothing");
    }

    private Users file(String text) throws IOException {
        return TestUsers.ofFile(Files.writeString(directory.resolve("users"), text).toString());
    }
}
