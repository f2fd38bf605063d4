package io.perfwatch.sampling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events in the order in which they were sampled: first those that the producer has, then those
 * that wait. One lock, held for a few instructions, so that the counts are of one instant.
 */
final class EventQueue {
    /** What the producer has at once; it holds these uncompressed. */
    private static final int WINDOW = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<PendingEvent> waiting = new ArrayDeque<>();

    /** In order, true for those that came back undelivered. */
    private final Map<PendingEvent, Boolean> inFlight = new LinkedHashMap<>();

    private final long bound;
    private int failures;
    private long waitingBytes;
    private long sampled;
    private long published;
    private long dropped;
    private boolean closed;

    EventQueue(long boundBytes) {
        this.bound = boundBytes;
    }

    /** Appends; compresses what will have to wait; drops the oldest waiting above the bound. */
    void add(PendingEvent event) {
        PendingEvent kept = isBehind() ? event.compress() : event;
        lock.lock();
        try {
            sampled++;
            waiting.addLast(kept);
            waitingBytes += kept.bytes();
            while (waitingBytes > bound) {
                waitingBytes -= waiting.removeFirst().bytes();
                dropped++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBehind() {
        lock.lock();
        try {
            return !waiting.isEmpty() || inFlight.size() > 1;
        } finally {
            lock.unlock();
        }
    }

    /** Counts an event that is not even tried. */
    void refuse() {
        lock.lock();
        try {
            sampled++;
            dropped++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something to do: an event for which there is room in the window, or one
     * that came back.
     *
     * @return false at the end: closed and all delivered
     */
    boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (failures == 0 && (waiting.isEmpty() || inFlight.size() >= WINDOW)) {
                if (closed && isEmpty()) {
                    return false;
                }
                changed.await();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest one that waits, after {@link #awaitWork}. */
    PendingEvent next() {
        lock.lock();
        try {
            PendingEvent next = waiting.removeFirst();
            waitingBytes -= next.bytes();
            inFlight.put(next, false);
            return next;
        } finally {
            lock.unlock();
        }
    }

    void delivered(PendingEvent event) {
        lock.lock();
        try {
            if (inFlight.remove(event) != null) {
                published++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void refused(PendingEvent event) {
        lock.lock();
        try {
            if (inFlight.remove(event) != null) {
                dropped++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void failed(PendingEvent event) {
        lock.lock();
        try {
            if (inFlight.replace(event, true) != null) {
                failures++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * If one came back undelivered: waits for the fate of the others, then puts the undelivered
     * ones back in front, in order. Were they sent at once, they could overtake each other.
     *
     * @return whether there was one
     */
    boolean takeBackFailures() throws InterruptedException {
        lock.lock();
        try {
            if (failures == 0) {
                return false;
            }
            while (failures < inFlight.size()) {
                changed.await();
            }
            putBack(new ArrayList<>(inFlight.keySet()));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<PendingEvent> undelivered) {
        inFlight.clear();
        failures = 0;
        for (PendingEvent event : undelivered.reversed()) {
            PendingEvent kept = event.compress();
            waiting.addFirst(kept);
            waitingBytes += kept.bytes();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitEmpty(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !isEmpty()) {
                left = changed.awaitNanos(left);
            }
            return isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && inFlight.isEmpty();
    }

    PublisherCounts counts() {
        lock.lock();
        try {
            int buffered = waiting.size() + inFlight.size();
            return new PublisherCounts(sampled, published, buffered, dropped, waitingBytes);
        } finally {
            lock.unlock();
        }
    }
}
