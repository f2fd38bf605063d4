package io.perfwatch.sampler.network;

import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import java.util.Arrays;

/** {@code /proc/net/sockstat}: lines like {@code TCP: inuse 1 orphan 0 tw 0 alloc 1 mem 346}. */
record SocketCounts(Numbers sockets, Numbers tcp, Numbers udp, Numbers raw, Numbers fragments) {

    static final int TCP_COLUMNS = 5;
    static final int UDP_COLUMNS = 2;

    static SocketCounts from(Text text) {
        return new SocketCounts(
                line(text, "sockets:", 1),
                line(text, "TCP:", TCP_COLUMNS),
                line(text, "UDP:", UDP_COLUMNS),
                line(text, "RAW:", 1),
                line(text, "FRAG:", 1));
    }

    /** The numbers of a line, each after its name; the order has been the same since Linux 2.4. */
    private static Numbers line(Text text, String prefix, int count) {
        long[] numbers = new long[count];
        Arrays.fill(numbers, Fields.ABSENT);
        text.rewind();
        while (text.hasMore()) {
            if (text.skip(prefix)) {
                for (int i = 0; i < count; i++) {
                    text.skipWord();
                    numbers[i] = text.numberOr(Fields.ABSENT);
                }
                return Numbers.of(numbers);
            }
            text.nextLine();
        }
        return Numbers.of(numbers);
    }
}
