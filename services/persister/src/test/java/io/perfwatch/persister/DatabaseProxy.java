package io.perfwatch.persister;

import io.perfwatch.persister.DatabaseAnswers.Answer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the questions to the database, and cuts when told: a batch is stored and committed, and
 * the answer reaches nobody.
 */
public final class DatabaseProxy extends Proxy {
    /** Larger than a begin, a commit or a question; smaller than a batch of packs. */
    private static final int LARGE = 2000;

    private final AtomicInteger cutsToCome = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();

    /**
     * @param port on which it listens from now on
     * @param target on which the database listens
     */
    public DatabaseProxy(int port, int target) throws IOException {
        super(port, target);
    }

    /** How many answers to a batch are withheld from now on. */
    void cut(int times) {
        cutsToCome.set(times);
    }

    int cuts() {
        return cuts.get();
    }

    /** How many answers there were, each one round trip; not to who asks if it is still there. */
    public int answers() {
        return answers.get();
    }

    @Override
    Connection connection() {
        AtomicBoolean stores = new AtomicBoolean();
        DatabaseAnswers said = new DatabaseAnswers();
        return new Connection() {
            @Override
            public boolean asks(byte[] bytes, int length) {
                stores.compareAndSet(false, length > LARGE);
                return true;
            }

            @Override
            public boolean answers(byte[] bytes, int length) {
                boolean passed = true;
                for (Answer answer : said.read(bytes, length)) {
                    passed = passed && passes(answer, stores);
                }
                return passed;
            }
        };
    }

    private boolean passes(Answer answer, AtomicBoolean stores) {
        if (answer.wasAsked()) {
            answers.incrementAndGet();
        }
        if (!answer.isCommitted() || !stores.getAndSet(false)) {
            return true;
        }
        boolean cut = cutsToCome.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (cut) {
            cuts.incrementAndGet();
        }
        return !cut;
    }
}
