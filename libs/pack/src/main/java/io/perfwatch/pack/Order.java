package io.perfwatch.pack;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** In which order the samples of a pack are written: that of time. */
final class Order {
    private final int size;
    private final int @Nullable [] order;

    private Order(int size, int @Nullable [] order) {
        this.size = size;
        this.order = order;
    }

    static Order of(SampleSet samples) {
        for (int i = 1; i < samples.size(); i++) {
            boolean later = samples.millis(i) > samples.millis(i - 1);
            if (!later && Sample.ORDER.compare(samples.get(i - 1), samples.get(i)) > 0) {
                return new Order(samples.size(), sorted(samples));
            }
        }
        return new Order(samples.size(), null);
    }

    private static int[] sorted(SampleSet samples) {
        return IntStream.range(0, samples.size())
                .boxed()
                .sorted(Comparator.comparing(samples::get, Sample.ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether they came in it. */
    boolean isNatural() {
        return order == null;
    }

    int size() {
        return size;
    }

    int at(int index) {
        return order == null ? index : order[index];
    }
}
