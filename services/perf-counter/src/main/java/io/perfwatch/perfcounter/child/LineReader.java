package io.perfwatch.perfcounter.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bounded length: what goes on for longer is cut, so that garbage costs no memory. */
final class LineReader {
    private static final int LONGEST = 4096;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int at;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Without its end; null at the end of the stream, before which half a line is dropped. */
    @Nullable String next() throws IOException {
        line.reset();
        while (at < end || fill()) {
            byte b = buffer[at++];
            if (b == '\n') {
                return line.toString(UTF_8);
            }
            if (line.size() < LONGEST) {
                line.write(b);
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }
}
