package io.perfwatch.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * After five wrong passwords each further one costs a wait, twice as long as the one before: up to
 * five minutes for an address, up to one for a name, so that nobody can lock a user out for long.
 * Keeps the 10,000 names and addresses that failed last.
 */
@Component
@WithUsers
final class LoginThrottle {
    private static final int FREE = 5;
    private static final int KEPT = 10_000;
    private static final Duration LONGEST_FOR_NAME = Duration.ofMinutes(1);
    private static final Duration LONGEST_FOR_ADDRESS = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant last, Instant until) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws TooManyLoginsException if the next try has to wait
     */
    synchronized void check(String name, String address) {
        checkOne("name " + name);
        checkOne("address " + address);
    }

    private void checkOne(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        if (known != null && known.until().isAfter(now)) {
            throw new TooManyLoginsException(Duration.between(now, known.until()));
        }
    }

    synchronized void failed(String name, String address) {
        add("name " + name, LONGEST_FOR_NAME);
        add("address " + address, LONGEST_FOR_ADDRESS);
        while (failures.size() > KEPT) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** Removed first, so that it becomes the last in the order of forgetting. */
    private void add(String key, Duration longest) {
        Instant now = clock.instant();
        Failures known = failures.remove(key);
        boolean recent = known != null && known.last().plus(FORGOTTEN_AFTER).isAfter(now);
        int count = recent && known != null ? known.count() + 1 : 1;
        failures.put(key, new Failures(count, now, now.plus(wait(count, longest))));
    }

    private static Duration wait(int count, Duration longest) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(count - FREE, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    synchronized void succeeded(String name, String address) {
        failures.remove("name " + name);
        failures.remove("address " + address);
    }

    synchronized int size() {
        return failures.size();
    }
}
