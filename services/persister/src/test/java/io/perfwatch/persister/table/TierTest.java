package io.perfwatch.persister.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTest {
    @ParameterizedTest
    @CsvSource({
        "RAW, 2026-03-01T17:59:59Z, pack_raw_20260301_12, 2026-03-01T18:00:00Z",
        "MINUTE, 2026-03-01T12:00:00Z, pack_minute_20260223_00, 2026-03-02T00:00:00Z",
        "HOUR, 2026-03-01T12:00:00Z, pack_hour_20260101_00, 2026-04-01T00:00:00Z"
    })
    void aPartitionIsSixHoursOrAWeekOrAQuarter(Tier tier, Instant time, String name, Instant end) {
        Instant start = tier.partitionStart(time);
        assertThat(tier.partitionName(start)).isEqualTo(name);
        assertThat(tier.partitionStart(name)).isEqualTo(start);
        assertThat(tier.partitionEnd(start)).isEqualTo(end);
        assertThat(tier.partitionStart(end)).isEqualTo(end);
    }
}
