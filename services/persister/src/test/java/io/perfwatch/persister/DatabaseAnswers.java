package io.perfwatch.persister;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database says on one connection, taken apart: each message is a letter, its length and so
 * many bytes. See <a
 * href="https://www.postgresql.org/docs/current/protocol-message-formats.html">PostgreSQL's
 * formats</a>.
 */
final class DatabaseAnswers {
    private static final int HEADER = 5;

    /**
     * An answer that is complete.
     *
     * @param wasAsked false: only whether it is still there
     * @param isCommitted nothing of what was asked waits for a commit
     */
    record Answer(boolean wasAsked, boolean isCommitted) {}

    private final ByteBuffer header = ByteBuffer.allocate(HEADER);
    private int left;
    private boolean begun;
    private boolean wasAsked = true;

    /** The answers that end with these bytes. */
    List<Answer> read(byte[] bytes, int length) {
        List<Answer> answers = new ArrayList<>();
        ByteBuffer read = ByteBuffer.wrap(bytes, 0, length);
        if (!begun && read.hasRemaining()) {
            begun = true;
            // No encryption: the one answer without a length.
            if (read.get(0) == 'N') {
                read.get();
            }
        }
        while (read.hasRemaining()) {
            if (header.hasRemaining()) {
                header.put(read.get());
                if (!header.hasRemaining()) {
                    left = header.getInt(1) - Integer.BYTES;
                }
            } else {
                int taken = Math.min(left, read.remaining());
                left -= taken;
                read.position(read.position() + taken);
                if (left == 0 && header.get(0) == 'Z') {
                    answers.add(new Answer(wasAsked, read.get(read.position() - 1) == 'I'));
                    wasAsked = true;
                }
            }
            if (!header.hasRemaining() && left == 0) {
                // An empty query, as the pool sends one.
                wasAsked = wasAsked && header.get(0) != 'I';
                header.clear();
            }
        }
        return answers;
    }
}
