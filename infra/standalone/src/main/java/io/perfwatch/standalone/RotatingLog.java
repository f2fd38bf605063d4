package io.perfwatch.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file of bounded size: when full it becomes {@code .1}, and what was there before goes. */
final class RotatingLog implements Closeable {

    private final Path file;
    private final long limitBytes;
    private OutputStream out;
    private long size;

    RotatingLog(Path file, long limitBytes) throws IOException {
        this.file = file;
        this.limitBytes = limitBytes;
        this.out = open();
    }

    synchronized void write(byte[] bytes, int length) throws IOException {
        if (size > 0 && size + length > limitBytes) {
            rotate();
        }
        out.write(bytes, 0, length);
        size += length;
    }

    /** Tried again with the next line if the disk is full. */
    private void rotate() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        }
        OutputStream full = out;
        out = open();
        full.close();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private Path previous() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private OutputStream open() throws IOException {
        OutputStream opened =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
        return opened;
    }
}
