package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** A metric's name ends in its unit, so that no reader has to look it up. */
final class UnitNames {
    private static final Map<String, List<String>> ENDINGS =
            Map.of(
                    "By", List.of("Bytes"),
                    "By/s", List.of("BytesPerSecond"),
                    "1/s", List.of("PerSecond"),
                    "s", List.of("Seconds"),
                    "s/s", List.of("SecondsPerSecond", "secondsPerSecond"),
                    "Hz", List.of("Hertz"),
                    "Cel", List.of("Celsius"),
                    "W", List.of("Watts"),
                    "bit/s", List.of("BitsPerSecond"));

    private UnitNames() {}

    static void check(Catalogue.Entry entry) {
        List<String> endings = ENDINGS.get(entry.unit());
        if (endings != null) {
            assertThat(endings).anyMatch(entry.path()::endsWith);
        }
        if (entry.kind().equals("ratio")) {
            assertThat(entry.unit()).isEqualTo("1");
            assertThat(entry.path()).matches(".*([rR]atio|[uU]tilization)");
        }
    }
}
