package io.perfwatch.gateway.history;

import io.perfwatch.pack.Pack;

/**
 * Samples of one family of one host.
 *
 * @param start epoch milliseconds, from which the samples count theirs
 * @param pack in the order of time
 */
record PackRow(String host, String topic, String family, long start, Pack pack) {
    long time(int sample) {
        return start + pack.samples().get(sample).millis();
    }

    /** The whole path of a metric of the pack. */
    String metric(String insideFamily) {
        return family + (insideFamily.startsWith("[") ? "" : ".") + insideFamily;
    }
}
