package io.perfwatch.gateway.feed;

import org.jspecify.annotations.Nullable;

/**
 * Bytes outside the heap. Who keeps them holds them, and with the last holder they go; who was
 * given them to read later, by any thread, still can.
 */
final class Stored implements Payload {
    private final Blocks blocks;
    private final Blocks.Chain chain;
    private int holders;
    private boolean isLent;
    private boolean isGone;
    private byte @Nullable [] kept;

    Stored(Blocks blocks, byte[] bytes, int length) {
        this.blocks = blocks;
        chain = blocks.put(bytes, length);
    }

    @Override
    public int size() {
        return chain.bytes();
    }

    @Override
    public void hold() {
        holders++;
    }

    @Override
    public synchronized void release() {
        holders--;
        if (holders == 0) {
            // Who got it may not have come to it yet; the heap takes it then.
            kept = isLent ? blocks.get(chain) : null;
            isGone = true;
            blocks.giveBack(chain);
        }
    }

    @Override
    public void lend() {
        isLent = true;
    }

    @Override
    public synchronized byte[] read() {
        byte[] mine = kept;
        if (mine == null && isGone) {
            throw new IllegalStateException("read by one that it was not lent to");
        }
        return mine == null ? blocks.get(chain) : mine;
    }
}
