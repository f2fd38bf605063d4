package io.perfwatch.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.MetricPath;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionReaderTest {
    private final QuestionReader reader =
            new QuestionReader(
                    EventsForTests.properties(Map.of()),
                    Clock.fixed(EventsForTests.START, ZoneOffset.UTC));

    @Test
    void onlyHostAndMetric_isTheLastHour() {
        assertThat(reader.read(List.of("a"), List.of("cpu.utilization"), null, null, null))
                .isEqualTo(
                        new Question(
                                List.of("a"),
                                List.of(MetricPath.parse("cpu.utilization")),
                                new TimeRange(
                                        EventsForTests.START.minusSeconds(3600),
                                        EventsForTests.START),
                                1200));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:00Z", "2026-11-23T13:00:00+01:00", "1795435200000"})
    void times_comeAsTextOrMilliseconds(String to) {
        assertThat(
                        reader.read(
                                        List.of("a"),
                                        List.of("cpu.utilization"),
                                        "1795431600000",
                                        to,
                                        10)
                                .range()
                                .to())
                .isEqualTo(EventsForTests.START);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "A b, cpu.utilization, -, -, -, host must be",
                "a, cpu, -, -, -, metric must name a value",
                "a, cpu..x, -, -, -, position",
                "a, cpu.utilization, yesterday, -, -, RFC 3339",
                "a, cpu.utilization, -, yesterday, -, RFC 3339",
                "a, cpu.utilization, 2026-11-23T12:00:00Z, 2026-11-23T12:00:00Z, -, before",
                "a, cpu.utilization, 2006-11-21T12:00:00Z, 2026-11-23T12:00:00Z, -, 3660 days",
                "a, cpu.utilization, -, -, 0, points must be 1 to 5000",
                "a, cpu.utilization, -, -, 5001, points must be 1 to 5000"
            })
    void badQuestion_isToldHowToAsk(
            String host, String metric, String from, String to, Integer points, String hint) {
        assertThatThrownBy(() -> reader.read(List.of(host), List.of(metric), from, to, points))
                .isInstanceOf(BadQuestionException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void tooManySeries_areRefusedBeforeTheDatabaseIsAsked() {
        assertThatThrownBy(() ->
                        reader.read(
                                Collections.nCopies(501, "a"),
                                List.of("cpu.utilization"),
                                null,
                                null,
                                null))
                .hasMessageContaining("at most 500 series");
        assertThatThrownBy(() -> reader.read(List.of(), List.of("cpu.x"), null, null, null))
                .hasMessageContaining("at least one host");
    }
}
