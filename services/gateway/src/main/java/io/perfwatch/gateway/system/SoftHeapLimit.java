package io.perfwatch.gateway.system;

import io.perfwatch.gateway.GatewayProperties;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives back what the heap took for a large question: the serial collector collects the old
 * generation only when it has come to the hard limit, and no option tells it of a soft one.
 */
@Component
final class SoftHeapLimit {
    private static final Logger log = LoggerFactory.getLogger(SoftHeapLimit.class);

    /** A collection stops everybody for some tens of milliseconds. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** What is in use after a collection is in use for a while. */
    private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

    /** Bytes of what the heap takes from the system; 0: none. */
    private final long limit;

    private final Clock clock;
    private Instant next = Instant.MIN;

    SoftHeapLimit(GatewayProperties properties, Clock clock) {
        this.limit = properties.softHeapLimit().toBytes();
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    @SuppressWarnings("SystemGarbageCollection") // nothing else gives memory back
    void keep() {
        Instant now = clock.instant();
        long before = taken();
        if (limit > 0 && before > limit && !now.isBefore(next)) {
            System.gc();
            long after = taken();
            next = now.plus(after > limit ? LONG_PAUSE : PAUSE);
            log.debug("the heap had {} bytes, it has {}", before, after);
        }
    }

    private static long taken() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
