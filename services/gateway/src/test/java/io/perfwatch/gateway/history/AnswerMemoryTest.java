package io.perfwatch.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.TooBusyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {
    /** A small answer has 1,000 values, a large one up to 6,000. */
    private final AnswerMemory memory = new AnswerMemory(2_000_000, Duration.ZERO);

    @Test
    void noAnswerIsLargerThanItsShareOfTheHeap() {
        try (AnswerMemory.Share share = memory.begin()) {
            share.grow(6000);
            assertThatExceptionOfType(BadQuestionException.class)
                    .isThrownBy(() -> share.grow(6001))
                    .withMessageContaining("6000 values");
        }
    }

    @Test
    void ofTheLargeOnesOneIsMadeAtATime() {
        AnswerMemory.Share first = memory.begin();
        first.grow(1001);
        first.grow(6000);
        try (AnswerMemory.Share second = memory.begin()) {
            second.grow(1000);
            assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> second.grow(1001));
            first.close();
            first.close();
            second.grow(1001);
            assertThatExceptionOfType(TooBusyException.class)
                    .isThrownBy(() -> memory.begin().grow(1001));
        }
    }

    @Test
    void fourAreMadeAtOnceAndTheNextOneWaits() throws Exception {
        AnswerMemory patient = new AnswerMemory(2_000_000, Duration.ofMinutes(1));
        var shares = Stream.generate(patient::begin).limit(4).toList();
        CompletableFuture<AnswerMemory.Share> next = CompletableFuture.supplyAsync(patient::begin);
        assertThat(next).isNotDone();
        shares.getFirst().close();
        next.join().close();
        for (int i = 0; i < 4; i++) {
            memory.begin();
        }
        assertThatExceptionOfType(TooBusyException.class).isThrownBy(memory::begin);
    }
}
