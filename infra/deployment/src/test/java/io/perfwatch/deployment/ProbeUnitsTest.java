package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units of the probes, judged by systemd itself where it is installed. */
class ProbeUnitsTest {
    /** Of 0 to 100; an unhardened service has 96. */
    private static final int MOST_EXPOSED = 25;

    private final Path directory;

    ProbeUnitsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampler", "perf-counter"})
    void unit_isRightAndHardened(String probe) throws IOException {
        assumeTrue(Program.isInstalled("systemd-analyze"), "systemd-analyze is not installed");
        String text =
                Files.readString(Kustomize.REPOSITORY.resolve("infra/probe/" + probe + ".service"));
        Path unit = directory.resolve("perfwatch-%s.service".formatted(probe));
        Files.writeString(unit, text.replace("@JAVA@", "/bin/sh"));
        var program = new Program(directory, Map.of());
        assertThat(program.run("systemd-analyze", "verify", unit.toString())).isEmpty();
        program.run(
                "systemd-analyze",
                "security",
                "--offline=true",
                "--threshold=" + MOST_EXPOSED,
                unit.toString());
        assertThat(text.contains("PERFMON")).isEqualTo(probe.equals("perf-counter"));
    }
}
