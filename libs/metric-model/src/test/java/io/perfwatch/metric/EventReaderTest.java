package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventReaderTest {
    private static final String RUN = "01930000-0000-7000-8000-000000000001";
    private static final String ENVELOPE =
            """
            "host":"a","probe":"sampler","run":"%s","sequence":1,"time":"2026-03-01T12:00:00.123Z"\
            """
                    .formatted(RUN);

    static List<PathVectors.Flattened> flattened() {
        return PathVectors.load().flattened();
    }

    @ParameterizedTest
    @MethodSource("flattened")
    void read_handsOutEachLeafWithItsPath(PathVectors.Flattened vector) {
        String families = JsonMapper.shared().writeValueAsString(vector.event());

        assertThat(leaves(event(families.substring(1, families.length() - 1))))
                .isEqualTo(vector.leaves());
    }

    @Test
    void read_givesTheEnvelopeWhereverItStands() {
        Envelope envelope =
                EventReader.read(
                        "{\"cpu\":{\"utilization\":1},%s}".formatted(ENVELOPE).getBytes(UTF_8),
                        new Leaves());

        assertThat(envelope)
                .isEqualTo(
                        new Envelope(
                                "a",
                                "sampler",
                                UUID.fromString(RUN),
                                1,
                                Instant.parse("2026-03-01T12:00:00.123Z")));
    }

    @Test
    void read_keepsTheDecimalAsItStands() {
        Leaves leaves = new Leaves();
        EventReader.read(event("\"cpu\":{\"utilization\":0.10}"), leaves);

        assertThat(leaves.decimals).containsExactly("0.10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'not json'                       | not readable as JSON
                    '[1]'                            | not a JSON object
                    '{"probe":"sampler"}'            | host is missing
                    '{"host":"A b","probe":"sampler","run":"01930000-0000-7000-8000-000000000001","sequence":1,"time":"2026-03-01T12:00:00Z"}' | host must match
                    '{"host":"a","probe":"sampler","run":"1-1-1-1-1","sequence":1,"time":"2026-03-01T12:00:00Z"}' | run must be a UUID
                    '{"host":"a","sequence":0}'      | sequence must be at least 1
                    '{"host":"a","sequence":1.5}'    | sequence must be a whole number
                    '{"host":7}'                     | host must be a string
                    '{"host":"a","probe":"sampler","run":"01930000-0000-7000-8000-000000000001","sequence":1,"time":"yesterday"}' | time must be RFC 3339
                    '{"host":"a","host":"b"}'        | Duplicate
                    '{"cpu":{"utilization":1e999}}'  | utilization is not a finite number
                    '{"cpu":{"utilization":NaN}}'    | not readable as JSON
                    '{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":1}}}}}}}}}' | depth
                    '{"unavailable":"all"}'          | unavailable must be an object
                    '{"cpu":{"utilization":1}'       | not readable as JSON
                    """)
    void read_refusesAndSaysWhy(String json, String reason) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventReader.read(json.getBytes(UTF_8), new Leaves()))
                .withMessageContaining(reason);
    }

    @Test
    void read_refusesTextThatIsNotUtf8() {
        byte[] json = event("\"cpu\":{\"model\":\"?\"}");
        json[json.length - 4] = (byte) 0xff;

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventReader.read(json, new Leaves()));
    }

    @Test
    void read_refusesASecondValueBehindTheFirst() {
        byte[] json = (new String(event("\"cpu\":{}"), UTF_8) + " {}").getBytes(UTF_8);

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventReader.read(json, new Leaves()))
                .withMessageContaining("more after the end");
    }

    @Test
    void read_refusesTooManyBytesAndTooManyLeaves() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(
                        () -> EventReader.read(new byte[EventBounds.MAX_BYTES + 1], new Leaves()))
                .withMessageContaining("524289 bytes");

        String column =
                IntStream.rangeClosed(0, EventBounds.MAX_LEAVES)
                        .mapToObj(i -> "1")
                        .collect(Collectors.joining(","));
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() ->
                        EventReader.read(
                                event("\"cpu\":{\"cores\":{\"x\":[" + column + "]}}"),
                                new Leaves()))
                .withMessageContaining("25000 leaves");
    }

    /**
     * Each leaf, or object, repeats the names around it: 300 KB of JSON would be 150 MB of paths.
     */
    @ParameterizedTest
    @ValueSource(strings = {"7", "{}"})
    void read_refusesLongNamesAroundMany_whateverWasReadBefore(String value) {
        String names =
                IntStream.range(0, 5)
                        .mapToObj(i -> "{\"" + i + "x".repeat(1000) + "\":")
                        .collect(Collectors.joining());
        String many =
                IntStream.range(0, 24_000)
                        .mapToObj(i -> "\"m" + i + "\":" + value)
                        .collect(Collectors.joining(",", "{", "}"));
        byte[] event = event("\"big\":" + names + many + "}".repeat(5));
        PathCache paths = new PathCache();
        for (int time = 0; time < 5; time++) {
            assertThatExceptionOfType(MalformedEventException.class)
                    .isThrownBy(() -> EventReader.read(event, new Leaves(), paths))
                    .withMessageContaining("paths of more than 2097152 characters");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void read_refusesATimeThatNoClockShows(String time) {
        String event =
                new String(event("\"cpu\":{}"), UTF_8).replace("2026-03-01T12:00:00.123Z", time);

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> EventReader.read(event.getBytes(UTF_8), new Leaves()))
                .withMessageContaining("time must be of the years 1970 to 9999");
    }

    @Test
    void read_takesFamiliesAndMembersThatItDoesNotKnow() {
        assertThat(leaves(event("\"gpu\":{\"0\":{\"utilization\":0.5}},\"traceId\":\"x\"")))
                .isEqualTo(Map.of("gpu[0].utilization", 0.5));
    }

    @Test
    void read_passesOverAListOfObjects() {
        assertThat(leaves(event("\"hardware\":{\"caches\":[{\"level\":1},[2]],\"cores\":2}")))
                .isEqualTo(Map.of("hardware.cores", 2));
    }

    @Test
    void read_handsOutWhatIsUnavailable() {
        Leaves leaves = new Leaves();
        EventReader.read(event("\"unavailable\":{\"sensors\":\"no hwmon device\"}"), leaves);

        assertThat(leaves.reasons).isEqualTo(Map.of("sensors", "no hwmon device"));
    }

    private static byte[] event(String families) {
        return "{%s,%s}".formatted(ENVELOPE, families).getBytes(UTF_8);
    }

    private static Map<String, Object> leaves(byte[] json) {
        Leaves leaves = new Leaves();
        EventReader.read(json, leaves);
        return leaves.byPath;
    }

    private static final class Leaves implements EventReader.LeafVisitor {
        final Map<String, Object> byPath = new LinkedHashMap<>();
        final List<String> decimals = new ArrayList<>();
        final Map<String, String> reasons = new LinkedHashMap<>();

        @Override
        public void number(String family, String path, String decimal) {
            decimals.add(decimal);
            put(family, path, EventJson.mapper().readValue(decimal, Object.class));
        }

        @Override
        public void text(String family, String path, String value) {
            put(family, path, value);
        }

        @Override
        public void bool(String family, String path, boolean value) {
            put(family, path, value);
        }

        @Override
        public void unavailable(String what, String reason) {
            reasons.put(what, reason);
        }

        private void put(String family, String path, Object value) {
            byPath.put(family + (path.startsWith("[") ? "" : ".") + path, value);
        }
    }
}
