package io.perfwatch.standalone;

import java.util.List;

/**
 * Options of the JVMs that run the services, chosen by measuring: services/sampler/RATIONALE.md.
 */
final class JvmOptions {
    static final List<String> SERVICE = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

    /**
     * A probe works a few milliseconds a second for ever. What is called once a second is compiled
     * after ten calls, not two hundred; idle threads stay asleep; freed memory goes back, and the
     * heap is collected before it grows.
     */
    static final List<String> PROBE =
            List.of(
                    "-Xmx24m",
                    "-Xms17m",
                    "-Xmn4m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:CompileThresholdScaling=0.05",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:AsyncDeflationInterval=10000",
                    "-XX:TrimNativeHeapInterval=60000");

    private JvmOptions() {}
}
