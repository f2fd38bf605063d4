package io.perfwatch.perfcounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perfwatch.perfcounter.child.CounterSink;
import io.perfwatch.perfcounter.child.Counting;
import io.perfwatch.perfcounter.child.PerfSettings;
import io.perfwatch.perfcounter.child.PerfSupervisor;
import io.perfwatch.perfcounter.derive.Interval;
import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.plan.Profile;
import io.perfwatch.sampling.MonotonicClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real perf beside the kernel's own books. */
class LivePerfIT {
    private static final int INTERVALS = 8;

    @Test
    void softwareEvents_agreeWithProc() throws IOException {
        Books books = new Books();
        PerfSettings settings =
                new PerfSettings(
                        "perf",
                        Duration.ofMillis(500),
                        Profile.DEFAULT.choices(),
                        false,
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10));
        try (PerfSupervisor supervisor =
                        new PerfSupervisor(settings, MonotonicClock.SYSTEM, books);
                Load _ = Load.start()) {
            supervisor.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> books.entries.size() > INTERVALS + 1 || !books.missed.isEmpty());
        }

        assumeTrue(books.missed.isEmpty(), () -> "perf cannot count here: " + books.missed);
        books.compare("context-switches", "ctxt");
        books.compare("page-faults", "pgfault");
        books.compare("major-faults", "pgmajfault");
    }

    /** What both say at the end of each interval. */
    private record Entry(Interval interval, Map<String, Long> proc) {
        double perf(String event) {
            return interval.lines().stream()
                    .map(line -> Objects.requireNonNull(line.reading()))
                    .filter(reading -> reading.event().equals(event))
                    .mapToDouble(reading -> ((Counted) reading.value()).count())
                    .sum();
        }
    }

    private static final class Books implements CounterSink {
        private final List<Entry> entries = new CopyOnWriteArrayList<>();
        private final List<String> missed = new CopyOnWriteArrayList<>();

        @Override
        public void counting(Counting counting) {}

        @Override
        public void counted(Instant time, Interval interval) {
            entries.add(new Entry(interval, proc()));
        }

        @Override
        public void missed(Instant time, String reason) {
            missed.add(reason);
        }

        /**
         * From the end of the second interval to that of the last: only from then on the number of
         * lines is known, and an interval told at once.
         */
        void compare(String event, String inProc) {
            List<Entry> counted = entries.subList(2, entries.size());
            double perf = counted.stream().mapToDouble(e -> e.perf(event)).sum();
            double proc =
                    value(entries.getLast().proc(), inProc) - value(entries.get(1).proc(), inProc);
            System.out.printf("%s: perf %.0f, /proc %.0f%n", event, perf, proc);
            if (proc > 1000) {
                assertThat(perf).as(event).isCloseTo(proc, withPercentage(5));
            } else {
                assertThat(perf).as(event).isBetween(0.0, proc + 100);
            }
        }

        private static double value(Map<String, Long> proc, String name) {
            return Objects.requireNonNull(proc.get(name));
        }

        private static Map<String, Long> proc() {
            Map<String, Long> values = new ConcurrentHashMap<>();
            Stream.of("/proc/stat", "/proc/vmstat")
                    .flatMap(Books::lines)
                    .map(line -> line.split(" "))
                    .filter(words -> List.of("ctxt", "pgfault", "pgmajfault").contains(words[0]))
                    .forEach(words -> values.put(words[0], Long.valueOf(words[1])));
            return values;
        }

        private static Stream<String> lines(String file) {
            try {
                return Files.readAllLines(Path.of(file)).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
