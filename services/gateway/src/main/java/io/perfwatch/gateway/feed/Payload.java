package io.perfwatch.gateway.feed;

/** Bytes, wherever they are. All but {@link #read} is called under the feed's lock. */
sealed interface Payload permits Payload.OnHeap, Stored {
    /**
     * By any thread, also when nobody holds it any more if it was lent before; not to be changed.
     */
    byte[] read();

    /** Bytes in memory. */
    int size();

    default void hold() {}

    /** Undoes one {@link #hold}. */
    default void release() {}

    /** Somebody will read it later. */
    default void lend() {}

    /** Bytes that only live for an instant. */
    final class OnHeap implements Payload {
        private final byte[] bytes;

        OnHeap(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] read() {
            return bytes;
        }

        @Override
        public int size() {
            return bytes.length;
        }
    }
}
