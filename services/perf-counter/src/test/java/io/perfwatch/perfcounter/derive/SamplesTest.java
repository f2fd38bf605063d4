package io.perfwatch.perfcounter.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.EventJson;
import io.perfwatch.perfcounter.output.PerfLine;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Unreadable;
import io.perfwatch.perfcounter.output.PerfLineParser;
import io.perfwatch.perfcounter.plan.EventGroup;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real output of perf, line by line, against what is made of it; {@code -Dperfwatch.update=true}
 * writes the expected files anew.
 */
class SamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/perf-stat");
    private static final Path EXPECTED = Path.of("src/test/resources/perf-stat-expected");
    private static final Pattern EVENTS = Pattern.compile("^\\$ perf.* -e (\\S+).*");
    private static final List<EventGroup> SERVER =
            EventList.parse(
                    "cpu-clock,context-switches,cpu-migrations,page-faults,"
                            + "{cycles,instructions},{branches,branch-misses}");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(SAMPLES::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_becomesExactlyTheseEvents(Path sample) throws IOException {
        String actual = String.join("\n", describe(Files.readAllLines(SAMPLES.resolve(sample))));
        Path expected = EXPECTED.resolve(sample);
        if (Boolean.getBoolean("perfwatch.update")) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static List<String> describe(List<String> lines) {
        EventPlan plan = new EventPlan(asked(lines), true);
        PerfLineParser parser = new PerfLineParser(',');
        IntervalAssembler assembler = new IntervalAssembler();
        CounterReader reader = new CounterReader(plan, 0.1);
        List<String> out = new ArrayList<>();
        long unreadable = 0;
        List<Interval> intervals = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ perf") || line.startsWith("---")) {
                continue;
            }
            PerfLine parsed = parser.parse(line);
            out.add(parsed.toString());
            unreadable += parsed instanceof Unreadable ? 1 : 0;
            if (parsed instanceof Data data) {
                assembler.add(data).ifPresent(intervals::add);
            }
        }
        assembler.flush().ifPresent(intervals::add);
        for (Interval interval : intervals) {
            CounterReader.Result result = reader.read(interval);
            out.add(EventJson.mapper().writeValueAsString(result.counters()));
            out.add("unavailable " + result.unavailable());
        }
        out.add(
                "unreadable %d, outside of intervals %d\n"
                        .formatted(unreadable, assembler.outOfOrder()));
        return out;
    }

    private static List<EventGroup> asked(List<String> lines) {
        Matcher command = EVENTS.matcher(lines.getFirst());
        return command.matches() ? EventList.parse(command.group(1)) : SERVER;
    }
}
