package io.perfwatch.perfcounter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.SynchronousQueue;

/** Something to count: two threads that hand a ball to each other, and one that touches memory. */
final class Load implements AutoCloseable {
    private static final int PAGE = 4096;
    private static final long BYTES = 256L * PAGE;

    private final SynchronousQueue<Integer> ball = new SynchronousQueue<>();
    private final Thread[] threads = {
        Thread.ofPlatform().daemon().unstarted(this::serve),
        Thread.ofPlatform().daemon().unstarted(this::take),
        Thread.ofPlatform().daemon().unstarted(this::touch)
    };

    private final Path file;

    private Load() throws IOException {
        file = Files.createTempFile("load", null);
    }

    static Load start() throws IOException {
        Load load = new Load();
        for (Thread thread : load.threads) {
            thread.start();
        }
        return load;
    }

    private void serve() {
        try {
            for (int i = 0; ; i++) {
                ball.put(i);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        try {
            int last = 0;
            while (last >= 0) {
                last = ball.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fresh mapping has no page yet: each is a minor fault when it is written to. */
    private void touch() {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            while (!Thread.currentThread().isInterrupted()) {
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment mapped = channel.map(MapMode.READ_WRITE, 0, BYTES, arena);
                    for (long page = 0; page < BYTES; page += PAGE) {
                        mapped.set(ValueLayout.JAVA_BYTE, page, (byte) 1);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}
