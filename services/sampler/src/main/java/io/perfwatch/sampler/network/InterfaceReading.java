package io.perfwatch.sampler.network;

import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.NetworkInterface;
import io.perfwatch.sampler.source.Text;
import org.jspecify.annotations.Nullable;

/** A line of {@code /proc/net/dev}. */
record InterfaceReading(Direction received, Direction sent, Link link) {
    private static final double BITS = 8;
    private static final double STEPS = 1e4;

    /** One direction, since the interface was made. */
    record Direction(long bytes, long packets, long errors, long drops) {
        static Direction from(Text text) {
            return new Direction(text.number(), text.number(), text.number(), text.number());
        }

        @Nullable Double bytesPerSecond(Direction before, double seconds) {
            return perSecond(before.bytes, bytes, seconds, 1);
        }

        @Nullable Double utilization(
                Direction before, double seconds, @Nullable Long bitsPerSecond) {
            Double rate = bytesPerSecond(before, seconds);
            return rate == null || bitsPerSecond == null
                    ? null
                    : Math.min(1.0, Math.round(rate * BITS / bitsPerSecond * STEPS) / STEPS);
        }
    }

    static InterfaceReading from(Text text) {
        Direction received = Direction.from(text);
        text.skipWords(4);
        return new InterfaceReading(received, Direction.from(text), Link.UNKNOWN);
    }

    InterfaceReading with(Link seen) {
        return new InterfaceReading(received, sent, seen);
    }

    NetworkInterface since(InterfaceReading before, double seconds) {
        return new NetworkInterface(
                received.bytesPerSecond(before.received, seconds),
                sent.bytesPerSecond(before.sent, seconds),
                perSecond(before.received.packets, received.packets, seconds),
                perSecond(before.sent.packets, sent.packets, seconds),
                perSecond(before.received.errors, received.errors, seconds),
                perSecond(before.sent.errors, sent.errors, seconds),
                perSecond(before.received.drops, received.drops, seconds),
                perSecond(before.sent.drops, sent.drops, seconds),
                link.speedBitsPerSecond(),
                link.up(),
                received.utilization(before.received, seconds, link.speedBitsPerSecond()),
                sent.utilization(before.sent, seconds, link.speedBitsPerSecond()));
    }
}
