package io.perfwatch.perfcounter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.perfcounter.plan.Choice;
import io.perfwatch.perfcounter.plan.EventGroup;
import io.perfwatch.sampling.MonotonicClock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed with SIGKILL can end nothing; its perf must end nevertheless. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "perf is a program for Linux")
class OrphanTest {
    @TempDir private Path folder;

    @Test
    void perf_isKilledByTheKernelWithTheService() throws Exception {
        FakePerf perf = FakePerf.in(folder).count("trap '' PIPE; exec sleep 1000");

        killServiceOf(perf, System.getenv("PATH"));

        await().atMost(Duration.ofSeconds(5)).until(() -> !perf.isRunning());
    }

    @Test
    void perf_diesOfTheBrokenPipeWhereSetprivIsMissing() throws Exception {
        FakePerf perf = FakePerf.in(folder).count("while :; do line 0.1 a 1; sleep 0.1; done");

        killServiceOf(perf, pathWithout("setpriv"));

        await().atMost(Duration.ofSeconds(5)).until(() -> !perf.isRunning());
    }

    private String pathWithout(String program) throws IOException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        for (String needed : List.of("sh", "sleep", "dirname", "tr", "true", "cat")) {
            for (String place : System.getenv("PATH").split(File.pathSeparator, -1)) {
                Path found = Path.of(place, needed);
                Path wrapper = programs.resolve(needed);
                if (Files.isExecutable(found) && !Files.exists(wrapper)) {
                    Files.writeString(wrapper, "#!/bin/sh\nexec %s \"$@\"\n".formatted(found));
                    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
                }
            }
        }
        assertThat(programs.resolve(program)).doesNotExist();
        return programs.toString();
    }

    private void killServiceOf(FakePerf perf, String path) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Service.class.getName(),
                        perf.program());
        builder.environment().put("PATH", path);
        Process service =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> perf.starts() == 1);
            await().until(perf::isRunning);
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    /** A service of nothing but the supervisor. */
    static final class Service {
        private Service() {}

        public static void main(String[] arguments) {
            PerfSettings settings =
                    new PerfSettings(
                            arguments[0],
                            Duration.ofMillis(100),
                            List.of(new Choice(List.of(EventGroup.of("a")))),
                            false,
                            false,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(1));
            new PerfSupervisor(settings, MonotonicClock.SYSTEM, new RecordingSink()).start();
        }
    }
}
