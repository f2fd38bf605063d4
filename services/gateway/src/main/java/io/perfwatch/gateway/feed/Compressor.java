package io.perfwatch.gateway.feed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Deflates events and puts them outside the heap. Used by one thread at a time. */
final class Compressor {
    private static final int BUFFER = 8 * 1024;

    /** Shows what has been written without another copy of it. */
    private static final class Written extends ByteArrayOutputStream {
        Written() {
            super(BUFFER);
        }

        Stored in(Blocks blocks) {
            return new Stored(blocks, buf, count);
        }
    }

    private final Blocks blocks;
    private final Written written = new Written();

    /** Its 256 KiB are not allocated for each segment. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

    Compressor(Blocks blocks) {
        this.blocks = blocks;
    }

    /** For {@link CompressedEvents#read}. */
    Stored deflate(List<FeedEvent> events) {
        deflater.reset();
        written.reset();
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(written, deflater, BUFFER))) {
            for (FeedEvent event : events) {
                write(event, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return written.in(blocks);
    }

    private static void write(FeedEvent event, DataOutputStream out) throws IOException {
        byte[] json = event.json();
        out.writeLong(event.offset());
        out.writeLong(event.appendedMillis());
        out.writeInt(json.length);
        out.write(json);
    }
}
