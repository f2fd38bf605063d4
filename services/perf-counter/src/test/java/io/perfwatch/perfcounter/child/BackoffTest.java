package io.perfwatch.perfcounter.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void next_doublesUpToTheBoundAndBeginsAnew() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(new Duration[] {backoff.next(), backoff.next(), backoff.next(), backoff.next()})
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 5L);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }
}
