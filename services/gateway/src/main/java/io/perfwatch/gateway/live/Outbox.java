package io.perfwatch.gateway.live;

import io.perfwatch.gateway.feed.StreamKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one client has yet to get. While it keeps up, everything; once {@code maxSamples} wait, of
 * each stream only the newest event of each family, and what gave way is counted and told.
 *
 * <p>At any instant: fanned out = delivered + dropped + queued + abandoned.
 */
final class Outbox {
    private final int maxSamples;
    private final Runnable filled;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Outgoing> queue = new LinkedHashMap<>();
    private final Map<StreamKey, Deque<Long>> samples = new HashMap<>();
    private final Map<StreamKey, Long> untold = new LinkedHashMap<>();
    private long nextNumber;
    private long fleet = -1;
    private long waiting;
    private boolean isBeingEmptied;
    private boolean writing;
    private boolean closed;
    private long fannedOut;
    private long delivered;
    private long dropped;
    private long abandoned;

    /**
     * @param filled called when there is something, and again only after {@link #next} has said
     *     that there is nothing; must not wait
     */
    Outbox(int maxSamples, Runnable filled) {
        this.maxSamples = maxSamples;
        this.filled = filled;
    }

    /** Never waits. */
    void offer(LiveFrame frame) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            fannedOut++;
            if (waiting >= maxSamples) {
                conflate(frame);
            }
            if (waiting >= maxSamples) {
                dropOldest();
            }
            samples.computeIfAbsent(frame.stream(), _ -> new ArrayDeque<>()).add(nextNumber);
            waiting++;
            enqueue(new Outgoing.Sample(frame));
        } finally {
            lock.unlock();
        }
    }

    /** In the place of one that still waits. */
    void offer(FleetFrame frame) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            fannedOut++;
            if (queue.replace(fleet, new Outgoing.Fleet(frame)) != null) {
                dropped++;
            } else {
                waiting++;
                fleet = nextNumber;
                enqueue(new Outgoing.Fleet(frame));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Answers are not dropped; how many there are is limited by how often a client may ask. */
    void add(Outgoing outgoing) {
        lock.lock();
        try {
            if (!closed) {
                enqueue(outgoing);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Outgoing outgoing) {
        queue.put(nextNumber++, outgoing);
        if (!isBeingEmptied) {
            isBeingEmptied = true;
            filled.run();
        }
    }

    /** Drops those of the stream that hold no family which is not in the new one or in a later. */
    private void conflate(LiveFrame newest) {
        Deque<Long> numbers = samples.getOrDefault(newest.stream(), new ArrayDeque<>());
        Set<String> covered = new HashSet<>(newest.families());
        for (Iterator<Long> i = numbers.descendingIterator(); i.hasNext(); ) {
            Long number = i.next();
            if (queue.get(number) instanceof Outgoing.Sample(LiveFrame frame)
                    && !covered.addAll(frame.families())) {
                i.remove();
                drop(number, frame.stream());
            }
        }
    }

    private void dropOldest() {
        for (Map.Entry<Long, Outgoing> entry : queue.entrySet()) {
            if (entry.getValue() instanceof Outgoing.Sample(LiveFrame frame)) {
                forget(frame.stream());
                drop(entry.getKey(), frame.stream());
                return;
            }
        }
    }

    private void drop(Long number, StreamKey stream) {
        queue.remove(number);
        waiting--;
        dropped++;
        untold.merge(stream, 1L, Long::sum);
    }

    /** The stream's oldest sample is no longer in the queue. */
    private void forget(StreamKey stream) {
        samples.computeIfPresent(
                stream,
                (_, numbers) -> {
                    numbers.removeFirst();
                    return numbers.isEmpty() ? null : numbers;
                });
    }

    /**
     * What is to be written next; a sample counts as queued until {@link #written}.
     *
     * @return null if there is nothing
     */
    @Nullable Outgoing next() {
        lock.lock();
        try {
            if (!untold.isEmpty()) {
                return notice();
            }
            isBeingEmptied = !queue.isEmpty();
            return isBeingEmptied ? first() : null;
        } finally {
            lock.unlock();
        }
    }

    private Outgoing first() {
        Iterator<Outgoing> values = queue.values().iterator();
        Outgoing first = values.next();
        values.remove();
        if (first instanceof Outgoing.Sample(LiveFrame frame)) {
            forget(frame.stream());
        }
        writing = first instanceof Outgoing.Sample || first instanceof Outgoing.Fleet;
        return first;
    }

    private Outgoing notice() {
        Iterator<Map.Entry<StreamKey, Long>> entries = untold.entrySet().iterator();
        Map.Entry<StreamKey, Long> entry = entries.next();
        entries.remove();
        return new Outgoing.Text(LiveMessages.dropped(entry.getKey(), entry.getValue()));
    }

    /** What {@link #next} gave has gone out. */
    void written() {
        lock.lock();
        try {
            if (writing && !closed) {
                writing = false;
                waiting--;
                delivered++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is taken in or counts as waiting. */
    void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                abandoned += waiting;
                waiting = 0;
                queue.clear();
                samples.clear();
                untold.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    Deliveries deliveries() {
        lock.lock();
        try {
            return new Deliveries(fannedOut, delivered, dropped, waiting, abandoned);
        } finally {
            lock.unlock();
        }
    }
}
