package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

final class LoginThrottleTest {
    private final Time time = new Time();
    private final LoginThrottle throttle = new LoginThrottle(time);

    @Test
    void fifthFailure_costsASecond_eachFurtherTwiceThat() {
        fail("vera", "192.0.2.1", 4);
        assertFree("vera", "192.0.2.1");
        fail("vera", "192.0.2.1", 1);
        assertWaits("vera", "192.0.2.1", 1);
        time.pass(Duration.ofSeconds(1));
        assertFree("vera", "192.0.2.1");
        fail("vera", "192.0.2.1", 1);
        assertWaits("vera", "192.0.2.1", 2);
    }

    @Test
    void name_waitsAMinuteAtMost_andAddressFive() {
        fail("vera", "192.0.2.1", 60);
        assertWaits("vera", "192.0.2.2", 60);
        assertWaits("olga", "192.0.2.1", 300);
    }

    @Test
    void anAddress_tryingManyNames_waitsToo() {
        for (int i = 0; i < 5; i++) {
            fail("user" + i, "192.0.2.1", 1);
        }
        assertWaits("another", "192.0.2.1", 1);
        assertFree("another", "192.0.2.2");
    }

    @Test
    void success_clearsTheCount() {
        fail("vera", "192.0.2.1", 4);
        throttle.succeeded("vera", "192.0.2.1");
        fail("vera", "192.0.2.1", 4);
        assertFree("vera", "192.0.2.1");
    }

    @Test
    void oldFailures_areForgotten() {
        fail("vera", "192.0.2.1", 4);
        time.pass(Duration.ofMinutes(16));
        fail("vera", "192.0.2.1", 1);
        assertFree("vera", "192.0.2.1");
    }

    @Test
    void memory_isBounded_andTheNewestFailuresStay() {
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("name" + i, "address" + i);
        }
        assertThat(throttle.size()).isEqualTo(10_000);
        fail("vera", "192.0.2.1", 5);
        assertWaits("vera", "192.0.2.1", 1);
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private void assertFree(String name, String address) {
        assertThatCode(() -> throttle.check(name, address)).doesNotThrowAnyException();
    }

    private void assertWaits(String name, String address, int seconds) {
        assertThatThrownBy(() -> throttle.check(name, address))
                .isInstanceOfSatisfying(
                        TooManyLoginsException.class,
                        refusal ->
                                assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                                        .isEqualTo(Integer.toString(seconds)));
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
