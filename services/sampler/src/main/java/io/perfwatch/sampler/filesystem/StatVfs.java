package io.perfwatch.sampler.filesystem;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * statvfs(3) of the C library: Java's own {@code FileStore} knows nothing of inodes. The layout is
 * that of glibc and musl on 64-bit machines.
 */
final class StatVfs implements SpaceSource {
    private static final long STRUCT_BYTES = 256;
    private static final int FRAGMENT = 1;
    private static final int BLOCKS = 2;
    private static final int FREE = 3;
    private static final int AVAILABLE = 4;
    private static final int INODES = 5;
    private static final int FREE_INODES = 6;

    private final MethodHandle statvfs;

    // A native call: the jar's manifest and the start options allow it.
    @SuppressWarnings("restricted")
    StatVfs() {
        Linker linker = Linker.nativeLinker();
        statvfs =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("statvfs"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    }

    @Override
    public Space read(Path mountPoint) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(STRUCT_BYTES, Long.BYTES);
            if (call(arena.allocateFrom(mountPoint.toString()), found) != 0) {
                throw new IOException("statvfs of " + mountPoint + " failed");
            }
            long unit = found.getAtIndex(JAVA_LONG, FRAGMENT);
            long inodes = found.getAtIndex(JAVA_LONG, INODES);
            return new Space(
                    found.getAtIndex(JAVA_LONG, BLOCKS) * unit,
                    found.getAtIndex(JAVA_LONG, FREE) * unit,
                    found.getAtIndex(JAVA_LONG, AVAILABLE) * unit,
                    inodes > 0 ? inodes : null,
                    inodes > 0 ? found.getAtIndex(JAVA_LONG, FREE_INODES) : null);
        }
    }

    // A method handle may throw anything; a function of the C library throws nothing.
    private int call(MemorySegment path, MemorySegment found) {
        try {
            return (int) statvfs.invokeExact(path, found);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
