package io.perfwatch.sampler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void numbers_areReadFromTheLeft() {
        Text text = Text.of("cpu  12 -3 4.25\nnext 18446744073709551615");
        assertThat(text.word()).isEqualTo("cpu");
        assertThat(text.number()).isEqualTo(12);
        assertThat(text.number()).isEqualTo(-3);
        assertThat(text.decimal()).isEqualTo(4.25);
        assertThat(text.numberOr(7)).isEqualTo(7);
        text.nextLine();
        text.skipWord();
        assertThat(text.number()).isEqualTo(-1);
        assertThat(text.hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.07",
                "3.41",
                "-0.3",
                "12.10",
                "1234567.89",
                "0.000001",
                "9007199254740991",
                "5."
            })
    void decimal_isTheNumberThatStandsThere(String text) {
        assertThat(Text.of(text).decimal()).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void decimalOfManyDigits_isReadToItsEnd() {
        Text text = Text.of("0.12345678901234567890123 7");

        assertThat(text.decimal()).isCloseTo(0.123456789012345, within(1e-15));
        assertThat(text.number()).isEqualTo(7);
    }

    @Test
    void whatIsNoNumber_isSaidWithItsPlace() {
        assertThatThrownBy(() -> Text.of("cpu x").number())
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("expected a number at byte 0");
        assertThatThrownBy(() -> Text.of("").number()).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void fields_arePickedByWholeNames() {
        Fields fields = new Fields(List.of("Mem", "MemFree", "pgfault"));
        Numbers numbers =
                fields.read(Text.of("MemTotal: 9 kB\nMemFree:   12 kB\npgfaults 1\npgfault 3\n"));
        assertThat(numbers.get(0)).isEqualTo(Fields.ABSENT);
        assertThat(numbers.get(1)).isEqualTo(12);
        assertThat(numbers.get(2)).isEqualTo(3);
    }

    @Test
    void headeredLines_findTheirColumnsAndTakeFewer() {
        HeaderedLines lines = new HeaderedLines("Udp:", List.of("InErrors", "New", "In"));
        Numbers numbers =
                lines.read(Text.of("Ip: A\nIp: 1\nUdp: In NoPorts InErrors\nUdp: 5 6 7\n"));
        assertThat(numbers.get(0)).isEqualTo(7);
        assertThat(numbers.get(1)).isEqualTo(Fields.ABSENT);
        assertThat(numbers.get(2)).isEqualTo(5);
        assertThat(lines.read(Text.of("")).get(0)).isEqualTo(Fields.ABSENT);
    }

    @Test
    void kernelFile_staysOpenAndIsReadAgain(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("stat");
        KernelFile file = new KernelFile(path);
        assertThatThrownBy(file::read).isInstanceOf(NoSuchFileException.class);
        Files.writeString(path, "1 ".repeat(40_000));
        assertThat(file.read().toString()).hasSize(80_000);
        Files.writeString(path, "2\n");
        assertThat(file.readShort().number()).isEqualTo(2);
        assertThat(file.numberOr(5)).isEqualTo(2);
        file.close();
        assertThat(file.lineOr("gone")).isEqualTo("2");
    }

    @Test
    void optionalKernelFile_isLookedForNowAndThen(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("nf_conntrack_count");
        KernelFile file = KernelFile.optional(path);
        assertThat(file.numberOr(-1)).isEqualTo(-1);
        Files.writeString(path, "7\n");
        assertThat(file.numberOr(-1)).as("not looked for at once").isEqualTo(-1);
        for (int read = 0; read < 28; read++) {
            file.numberOr(-1);
        }
        assertThat(file.numberOr(-1)).isEqualTo(7);
    }
}
