package io.perfwatch.persister.account;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the records of one topic. At any instant consumed = stored + duplicate +
 * deadLettered + tooOld + open + abandoned.
 */
public final class Account {

    /** What a record that is open can become. */
    public enum Outcome {
        /** It is in the database. */
        STORED,
        /** It was in the database, or open, already; or its host was forgotten after it came. */
        DUPLICATE,
        /** It is in the dead-letter topic. */
        DEAD_LETTERED,
        /** Its time is before the raw retention. */
        TOO_OLD,
        /** Its partition went to another persister, which reads it again. */
        ABANDONED
    }

    /** All numbers at one instant. */
    public record Balance(
            long consumed,
            long stored,
            long duplicate,
            long deadLettered,
            long tooOld,
            long open,
            long abandoned) {
        public boolean isExact() {
            return consumed == stored + duplicate + deadLettered + tooOld + open + abandoned;
        }
    }

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long consumed;
    private long open;

    /** One more record, open from now on. */
    public synchronized void consume() {
        consumed++;
        open++;
    }

    /** {@code count} open records are open no more. */
    public synchronized void settle(Outcome outcome, long count) {
        open -= count;
        outcomes.merge(outcome, count, Long::sum);
    }

    public synchronized Balance balance() {
        return new Balance(
                consumed,
                settled(Outcome.STORED),
                settled(Outcome.DUPLICATE),
                settled(Outcome.DEAD_LETTERED),
                settled(Outcome.TOO_OLD),
                open,
                settled(Outcome.ABANDONED));
    }

    private long settled(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
