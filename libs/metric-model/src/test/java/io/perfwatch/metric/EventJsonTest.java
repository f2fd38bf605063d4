package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final Envelope ENVELOPE =
            new Envelope(
                    "web-1",
                    "sampler",
                    UUID.fromString("01930000-0000-7000-8000-000000000001"),
                    7,
                    Instant.parse("2026-03-01T12:00:00Z"));
    private static final Cpu CPU =
            new Cpu(
                    1.001,
                    0.25,
                    0.2,
                    0.0,
                    0.05,
                    0.74,
                    0.01,
                    0.0,
                    0.0,
                    0.0,
                    0.0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    CpuCores.of(List.of(core(0.1), CpuCores.Core.OFFLINE, core(0.4))));

    private static CpuCores.Core core(double utilization) {
        return new CpuCores.Core(
                utilization, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void write_leavesOutWhatIsAbsentAndKeepsMilliseconds() {
        assertThat(json(SystemEvent.of(ENVELOPE, List.of(CPU), Map.of())))
                .isEqualTo(
                        """
                        {"host":"web-1","probe":"sampler","run":"01930000-0000-7000-8000-000000000001",\
                        "sequence":7,"time":"2026-03-01T12:00:00.000Z","cpu":{"intervalSeconds":1.001,\
                        "utilization":0.25,"userRatio":0.2,"niceRatio":0,"systemRatio":0.05,\
                        "idleRatio":0.74,"iowaitRatio":0.01,"irqRatio":0,"softirqRatio":0,\
                        "stealRatio":0,"guestRatio":0,"cores":{"utilization":[0.1,null,0.4]}}}\
                        """);
    }

    @Test
    void write_makesNumbersAsAPersonWould() {
        Load load = new Load(1.0, 0.0001, -0.0, 3.4e9, null, null);
        assertThat(json(SystemEvent.of(ENVELOPE, List.of(load), Map.of())))
                .contains(
                        """
                        "load":{"intervalSeconds":1,"average1Minute":0.0001,"average5Minutes":0,\
                        "average15Minutes":3400000000}\
                        """);
    }

    @Test
    void write_putsDevicesBesideTheInterval() {
        Counters counters =
                Counters.of(
                        1.0, Map.of("cycles", Counter.counted(5e8, 0.5, Counter.Quality.SCALED)));

        assertThat(json(CountersEvent.of(ENVELOPE, counters, Map.of("x", "no such event"))))
                .endsWith(
                        """
                        "counters":{"intervalSeconds":1,"cycles":{"countPerSecond":500000000,\
                        "runningRatio":0.5,"quality":"scaled"}},"unavailable":{"x":"no such event"}}\
                        """);
    }

    @Test
    void read_givesBackWhatWasWritten() {
        Event system = SystemEvent.of(ENVELOPE, List.of(CPU), Map.of("memory", "denied"));
        Event counters =
                CountersEvent.of(
                        ENVELOPE,
                        Counters.of(
                                1.0, Map.of("x", Counter.counted(1.0, 1, Counter.Quality.EXACT))),
                        Map.of());

        assertThat(EventJson.read(Topic.SYSTEM, EventJson.write(system))).isEqualTo(system);
        assertThat(EventJson.read(Topic.COUNTERS, EventJson.write(counters))).isEqualTo(counters);
    }

    @Test
    void read_passesOverMembersOfALaterVersion() {
        String later = json(SystemEvent.of(ENVELOPE, List.of(), Map.of()));

        Event event =
                EventJson.read(
                        Topic.SYSTEM,
                        later.replace("\"sequence\"", "\"gpu\":{\"x\":1},\"sequence\"")
                                .getBytes(UTF_8));

        assertThat(event.envelope()).isEqualTo(ENVELOPE);
    }

    @Test
    void read_saysWhatIsWrong() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventJson.read(Topic.SYSTEM, "{}".getBytes(UTF_8)))
                .withMessageContaining("envelope");
    }

    @Test
    void write_fitsTheSchema() {
        assertThat(
                        Schemas.violations(
                                Topic.SYSTEM,
                                json(SystemEvent.of(ENVELOPE, List.of(CPU), Map.of()))))
                .isEmpty();
        assertThat(
                        Schemas.violations(
                                Topic.COUNTERS,
                                json(
                                        CountersEvent.of(
                                                ENVELOPE,
                                                Counters.of(
                                                        0,
                                                        Map.of(
                                                                "x",
                                                                Counter.clock(
                                                                        1.0,
                                                                        1,
                                                                        Counter.Quality.EXACT))),
                                                Map.of()))))
                .as("an interval of 0 is against the schema")
                .hasSize(1);
    }

    private static String json(Event event) {
        return new String(EventJson.write(event), UTF_8);
    }
}
