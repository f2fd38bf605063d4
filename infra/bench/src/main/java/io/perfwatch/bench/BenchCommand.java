package io.perfwatch.bench;

import io.perfwatch.bench.browser.BrowserBench;
import io.perfwatch.bench.history.HistoryBench;
import io.perfwatch.bench.ingest.IngestBench;
import io.perfwatch.bench.ingest.RecoveryBench;
import io.perfwatch.bench.ingest.StorageBench;
import io.perfwatch.bench.live.FanoutBench;
import io.perfwatch.bench.live.LatencyBench;
import io.perfwatch.bench.perfcounter.PerfCounterBench;
import io.perfwatch.bench.sampler.SamplerBench;
import io.perfwatch.bench.startup.StartupBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one thing and says whether its target is met.",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            BrowserBench.class,
            FanoutBench.class,
            HistoryBench.class,
            IngestBench.class,
            LatencyBench.class,
            PerfCounterBench.class,
            RecoveryBench.class,
            SamplerBench.class,
            StartupBench.class,
            StorageBench.class
        })
final class BenchCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say which benchmark");
        }
    }
}
