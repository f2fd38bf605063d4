package io.perfwatch.sampler.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Units of the running kernel, from the auxiliary vector, getauxval(3). */
public final class Machine {
    private static final long AT_PAGESZ = 6;
    private static final long AT_CLKTCK = 17;

    /** Bytes of a page: 4096 but on some ARM and POWER. */
    public static final long PAGE_BYTES = auxiliary(AT_PAGESZ, 4096);

    /** Clock ticks per second in {@code /proc}: 100. */
    public static final long TICKS_PER_SECOND = auxiliary(AT_CLKTCK, 100);

    private Machine() {}

    private static long auxiliary(long type, long otherwise) {
        try {
            ByteBuffer vector =
                    ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
                            .order(ByteOrder.nativeOrder());
            while (vector.remaining() >= 2 * Long.BYTES) {
                long key = vector.getLong();
                long value = vector.getLong();
                if (key == type) {
                    return value;
                }
            }
        } catch (IOException _) {
            // No Linux: nothing that asks for it runs there.
            return otherwise;
        }
        return otherwise;
    }
}
