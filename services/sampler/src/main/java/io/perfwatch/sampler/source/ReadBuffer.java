package io.perfwatch.sampler.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What a thread reads into, again and again; grows with the longest file. */
final class ReadBuffer {
    private static final int FIRST = 16 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final ThreadLocal<ReadBuffer> OF_THREAD =
            ThreadLocal.withInitial(ReadBuffer::new);

    private ByteBuffer direct = ByteBuffer.allocateDirect(FIRST);
    private byte[] bytes = new byte[FIRST];

    static ReadBuffer ofThread() {
        return OF_THREAD.get();
    }

    /** Reads to the end: the kernel hands out long files by the page. */
    Text fill(FileChannel channel) throws IOException {
        direct.clear();
        while (channel.read(direct, direct.position()) > 0) {
            if (!direct.hasRemaining()) {
                grow();
            }
        }
        int length = direct.position();
        direct.get(0, bytes, 0, length);
        return new Text(bytes, length);
    }

    /** One read; falls back to more only if that filled the buffer. */
    Text fillOnce(FileChannel channel) throws IOException {
        direct.clear();
        int length = Math.max(0, channel.read(direct, 0));
        if (!direct.hasRemaining()) {
            return fill(channel);
        }
        direct.get(0, bytes, 0, length);
        return new Text(bytes, length);
    }

    private void grow() throws IOException {
        int larger = direct.capacity() * 2;
        if (larger > LARGEST) {
            throw new IOException("file is longer than " + LARGEST + " bytes");
        }
        direct = ByteBuffer.allocateDirect(larger).put(direct.flip());
        bytes = new byte[larger];
    }
}
