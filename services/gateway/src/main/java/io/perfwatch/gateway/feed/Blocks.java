package io.perfwatch.gateway.feed;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Memory outside the heap, in blocks of equal size that are chained. It grows by a mebibyte when
 * all of it is taken, and ends with its last user. Taken and given back by one thread at a time;
 * what is taken can be read by any.
 */
final class Blocks {
    /** Bytes of a block, its link among them. */
    static final int SIZE = 512;

    private static final int LINK = Integer.BYTES;
    private static final int PAYLOAD = SIZE - LINK;
    private static final int CHUNK = 1024 * 1024;
    private static final int OF_CHUNK = CHUNK / SIZE;
    private static final int NONE = -1;

    /** For the newest events, and what others have there. */
    private static final long BESIDE = 32L * 1024 * 1024;

    private final Arena arena = Arena.ofAuto();
    private final List<ByteBuffer> chunks = new CopyOnWriteArrayList<>();
    private int free = NONE;
    private int untouched;
    private long held;

    /**
     * @param needed bytes
     * @throws IllegalStateException if the JVM would not give so many
     */
    Blocks(long needed) {
        long given = given();
        if (needed + BESIDE > given) {
            throw new IllegalStateException(
                    "perfwatch.gateway.recent.size is %d MiB, but outside the heap the JVM gives %d at most, see -XX:MaxDirectMemorySize"
                            .formatted(needed / CHUNK, given / CHUNK));
        }
    }

    /** As much as the heap may have, if it is not said. */
    private static long given() {
        long said =
                Long.parseLong(
                        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                                .getVMOption("MaxDirectMemorySize")
                                .getValue());
        return said == 0 ? Runtime.getRuntime().maxMemory() : said;
    }

    /**
     * Blocks that belong together, one after the other.
     *
     * @param length bytes that were put in
     */
    record Chain(int first, int last, int length) {
        /** In memory. */
        int bytes() {
            return Math.max(1, (length + PAYLOAD - 1) / PAYLOAD) * SIZE;
        }
    }

    /** Copies the beginning of {@code bytes}, at least one of them. */
    Chain put(byte[] bytes, int length) {
        int first = take();
        int last = first;
        for (int done = 0; ; last = link(last)) {
            int part = Math.min(PAYLOAD, length - done);
            chunk(last).put(position(last) + LINK, bytes, done, part);
            done += part;
            if (done == length) {
                Chain chain = new Chain(first, last, length);
                held += chain.bytes();
                return chain;
            }
        }
    }

    private int link(int last) {
        int next = take();
        chunk(last).putInt(position(last), next);
        return next;
    }

    private int take() {
        int block = free;
        if (block != NONE) {
            free = next(block);
            return block;
        }
        if (untouched == chunks.size() * OF_CHUNK) {
            chunks.add(arena.allocate(CHUNK).asByteBuffer().order(ByteOrder.nativeOrder()));
        }
        return untouched++;
    }

    /** Bytes in use. */
    long held() {
        return held;
    }

    /** Taken from the system, in use or not. */
    long reserved() {
        return (long) chunks.size() * CHUNK;
    }

    /** Nobody may read them any more. */
    void giveBack(Chain chain) {
        chunk(chain.last()).putInt(position(chain.last()), free);
        free = chain.first();
        held -= chain.bytes();
    }

    byte[] get(Chain chain) {
        byte[] bytes = new byte[chain.length()];
        int block = chain.first();
        for (int done = 0; done < bytes.length; done += PAYLOAD) {
            int part = Math.min(PAYLOAD, bytes.length - done);
            chunk(block).get(position(block) + LINK, bytes, done, part);
            block = done + part < bytes.length ? next(block) : NONE;
        }
        return bytes;
    }

    private int next(int block) {
        return chunk(block).getInt(position(block));
    }

    private ByteBuffer chunk(int block) {
        return chunks.get(block / OF_CHUNK);
    }

    private static int position(int block) {
        return block % OF_CHUNK * SIZE;
    }
}
