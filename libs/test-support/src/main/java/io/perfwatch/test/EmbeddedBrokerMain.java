package io.perfwatch.test;

import java.io.IOException;
import java.io.PrintStream;

/** The broker's JVM. Started by the tests' one and tied to it by its standard input. */
final class EmbeddedBrokerMain {
    private EmbeddedBrokerMain() {}

    /** Any 16 bytes in base64. */
    private static final String CLUSTER_ID = "UGVyZldhdGNoVGVzdHMhIQ";

    /** By name: the broker brings a Jackson of its own, which nothing may be compiled against. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(EmbeddedBrokerMain::endWithTheTests);
        String[] format = {
            "format", "--ignore-formatted", "--config", arguments[0], "--cluster-id", CLUSTER_ID
        };
        Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, format, System.out);
        Class.forName("kafka.Kafka")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    private static void endWithTheTests() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever written: it only ends.
            }
        } catch (IOException e) {
            System.err.println(e);
        }
        Runtime.getRuntime().halt(0);
    }
}
