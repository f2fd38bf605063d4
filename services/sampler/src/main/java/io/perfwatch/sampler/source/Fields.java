package io.perfwatch.sampler.source;

import java.util.Arrays;
import java.util.List;

/**
 * Picks some numbers out of lines like {@code MemFree: 12 kB} or {@code pgfault 12}, in one walk
 * and without making a string of any name.
 */
public final class Fields {
    /** Marks a name that was not there. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final String[] names;
    private final int[] slots;
    private final int mask;

    /** The numbers come in the order of these names. */
    public Fields(List<String> names) {
        this.names = names.toArray(String[]::new);
        int size = Integer.highestOneBit(Math.max(4, this.names.length * 4));
        this.slots = new int[size];
        this.mask = size - 1;
        Arrays.fill(slots, -1);
        for (int i = 0; i < this.names.length; i++) {
            int at = hash(this.names[i]) & mask;
            while (slots[at] >= 0) {
                at = (at + 1) & mask;
            }
            slots[at] = i;
        }
    }

    /** Reads all lines; what is not there is {@link #ABSENT}. */
    public Numbers read(Text text) {
        long[] values = new long[names.length];
        Arrays.fill(values, ABSENT);
        while (text.hasMore()) {
            int found = find(text);
            if (found >= 0) {
                values[found] = text.number();
            }
            text.nextLine();
        }
        return new Numbers(values);
    }

    /** Steps over the name that begins the line and returns its index, or -1. */
    private int find(Text text) {
        int start = text.position();
        int end = start;
        int hash = 0;
        while (text.hasMoreAt(end) && isName(text.byteAt(end))) {
            hash = hash * 31 + text.byteAt(end++);
        }
        int at = hash & mask;
        while (slots[at] >= 0) {
            String name = names[slots[at]];
            if (name.length() == end - start && text.skip(name)) {
                text.skip(":");
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    private static boolean isName(byte b) {
        return b > ' ' && b != ':';
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 31 + (byte) name.charAt(i);
        }
        return hash;
    }
}
