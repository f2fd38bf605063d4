package io.perfwatch.sampler.source;

import java.util.Arrays;
import java.util.List;

/**
 * Two lines of one prefix, the names and below them the numbers, as in {@code /proc/net/snmp}:
 *
 * <pre>
 * Udp: InDatagrams NoPorts InErrors
 * Udp: 120 0 0
 * </pre>
 *
 * Where each name stands is found out once.
 */
public final class HeaderedLines {
    private final String prefix;
    private final List<String> names;
    private int[] slotOfColumn = {};

    /** The numbers come in the order of these names. */
    public HeaderedLines(String prefix, List<String> names) {
        this.prefix = prefix;
        this.names = List.copyOf(names);
    }

    /** From the text's beginning; what is not there is {@link Fields#ABSENT}. */
    public Numbers read(Text text) {
        long[] values = new long[names.size()];
        Arrays.fill(values, Fields.ABSENT);
        text.rewind();
        while (text.hasMore()) {
            if (text.skip(prefix)) {
                numbers(text, values);
                return new Numbers(values);
            }
            text.nextLine();
        }
        return new Numbers(values);
    }

    private void numbers(Text text, long[] values) {
        if (slotOfColumn.length == 0) {
            slotOfColumn = columns(text);
        }
        text.nextLine();
        if (!text.skip(prefix)) {
            throw new MalformedTextException("no numbers below the names of " + prefix);
        }
        for (int column = 0; column < slotOfColumn.length && !text.atLineEnd(); column++) {
            long number = text.number();
            if (slotOfColumn[column] >= 0) {
                values[slotOfColumn[column]] = number;
            }
        }
    }

    /** As far as the last name that is asked for. */
    private int[] columns(Text text) {
        int[] columns = new int[1024];
        int count = 0;
        int last = 0;
        while (!text.atLineEnd() && count < columns.length) {
            int slot = names.indexOf(text.word());
            columns[count++] = slot;
            last = slot >= 0 ? count : last;
        }
        return Arrays.copyOf(columns, last);
    }
}
