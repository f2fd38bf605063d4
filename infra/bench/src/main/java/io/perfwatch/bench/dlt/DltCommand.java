package io.perfwatch.bench.dlt;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The dead letters of all topics. */
@Command(
        name = "dlt",
        mixinStandardHelpOptions = true,
        description =
                "Dead letters: records that the persister could not store, as they came, with the reason.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListCommand.class, RedriveCommand.class})
public final class DltCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say list or redrive");
        }
    }
}
