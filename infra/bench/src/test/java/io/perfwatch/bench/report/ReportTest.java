package io.perfwatch.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir private Path folder;

    @Test
    void write_saysWhetherTheTargetIsMetAndWhatRanBeside() throws IOException {
        Report report =
                new Report(
                        "x",
                        List.of(
                                Figure.of("cpu", 0.006, "core")
                                        .atMost(0.005)
                                        .beside("other", 0.012),
                                Figure.of("memory", 100, "MiB").atMost(125)));
        assertThat(Figure.of("values", 3, "1/s").atLeast(2).met()).isTrue();
        assertThat(Figure.of("values", 1, "1/s").atLeast(2).met()).isFalse();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path json = folder.resolve("x.json");

        report.write(new PrintStream(out, true, UTF_8), json);

        assertThat(out.toString(UTF_8)).contains("MISSED", "0.50 x other (0.012000)", ": met");
        assertThat(Files.readString(json))
                .isEqualTo(
                        "{\"bench\":\"x\",\"figures\":[{\"name\":\"cpu\",\"value\":0.006,\"unit\":\"core\","
                                + "\"target\":0.005,\"met\":false,\"reference\":\"other\","
                                + "\"referenceValue\":0.012,\"ratio\":0.5},{\"name\":\"memory\","
                                + "\"value\":100.0,\"unit\":\"MiB\",\"target\":125.0,\"met\":true}]}");
        assertThat(report.allMet()).isFalse();
    }

    @Test
    void usage_isFoundBehindAnyCommandsName() {
        ProcessUsage usage =
                ProcessUsage.parse(
                        "7 (a) b (c)) S 1 7 7 0 -1 0 0 0 0 0 120 30 0 0 20 0 1 0 5 0 0",
                        "Name:\ta\nVmRSS:\t    2048 kB\n",
                        false);

        assertThat(usage).isEqualTo(new ProcessUsage(1.5, 2048 * 1024));
    }
}
