package io.perfwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void after_waitsLongerEachTimeUpToTenSeconds() {
        assertThat(Stream.generate(() -> backoff.after(Duration.ofSeconds(1))).limit(6))
                .extracting(Duration::toMillis)
                .containsExactly(100L, 300L, 900L, 2700L, 8100L, 10_000L);
    }

    @Test
    void after_startsAnewOnceItRanWell() {
        backoff.after(Duration.ofSeconds(1));
        backoff.after(Duration.ofSeconds(1));
        assertThat(backoff.after(Duration.ofMinutes(1))).hasMillis(100);
    }
}
