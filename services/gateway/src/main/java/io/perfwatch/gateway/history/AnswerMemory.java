package io.perfwatch.gateway.history;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.TooBusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * What all answers together hold of the heap, from the first value until they have gone out: two
 * fifths of it at most. Four are made at once, and of the large ones one; the others wait.
 */
@Component
final class AnswerMemory {
    /** As measured with 1.8 million of them, 72 on the heap, from the database to the JSON. */
    private static final int BYTES_OF_VALUE = 80;

    private static final int AT_ONCE = 4;

    /** Shares of a tenth: one for each that is made, and the rest for the large one. */
    private static final int SHARES = 10;

    private final long small;
    private final Duration patience;
    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final Semaphore large = new Semaphore(1, true);

    AnswerMemory() {
        this(Runtime.getRuntime().maxMemory(), Duration.ofSeconds(20));
    }

    AnswerMemory(long heapBytes, Duration patience) {
        small = heapBytes * 2 / 5 / BYTES_OF_VALUE / SHARES;
        this.patience = patience;
    }

    /** Values that the largest answer may have. */
    long most() {
        return small * (SHARES - AT_ONCE);
    }

    /**
     * Waits for its turn.
     *
     * @throws TooBusyException if the others take too long
     */
    Share begin() {
        await(all);
        return new Share();
    }

    private void await(Semaphore turn) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusyException(
                        "Others ask for much history; try again, or ask for less at once.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException("The gateway stops.");
        }
    }

    /** That of one answer; for one thread. */
    final class Share implements AutoCloseable {
        private boolean isLarge;
        private boolean isClosed;

        private Share() {}

        /**
         * Waits for its turn if it becomes a large one.
         *
         * @throws BadQuestionException if no answer may be as large
         * @throws TooBusyException if the others take too long
         */
        void grow(long values) {
            if (values > most()) {
                throw new BadQuestionException(
                        "at most %d values in one answer; ask for fewer points, hosts or metrics"
                                .formatted(most()));
            }
            if (values > small && !isLarge) {
                await(large);
                isLarge = true;
            }
        }

        @Override
        public void close() {
            if (!isClosed) {
                isClosed = true;
                all.release();
                if (isLarge) {
                    large.release();
                }
            }
        }
    }
}
