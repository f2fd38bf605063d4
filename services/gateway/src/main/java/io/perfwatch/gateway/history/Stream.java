package io.perfwatch.gateway.history;

/** What comes in one order: the samples of one family of one host. */
record Stream(String host, String topic, String family) {
    /** The whole path of a metric of the family. */
    String metric(String insideFamily) {
        return family + (insideFamily.startsWith("[") ? "" : ".") + insideFamily;
    }
}
