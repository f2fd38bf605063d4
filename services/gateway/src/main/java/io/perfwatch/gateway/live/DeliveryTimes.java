package io.perfwatch.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How long it took from having an event to having written it to a socket. */
@Component
final class DeliveryTimes {
    private static final int[] BUCKETS_MILLIS = {
        1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 1000, 5000
    };

    private final Timer timer;

    DeliveryTimes(MeterRegistry meters) {
        timer =
                Timer.builder("perfwatch.live.delivery")
                        .description("From the broker's answer to the end of the write")
                        .serviceLevelObjectives(
                                IntStream.of(BUCKETS_MILLIS)
                                        .mapToObj(Duration::ofMillis)
                                        .toArray(Duration[]::new))
                        .register(meters);
    }

    void writtenNow(long sinceNanos) {
        timer.record(System.nanoTime() - sinceNanos, TimeUnit.NANOSECONDS);
    }
}
