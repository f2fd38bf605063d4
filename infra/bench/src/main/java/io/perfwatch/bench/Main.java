package io.perfwatch.bench;

import io.perfwatch.bench.dlt.DltCommand;
import io.perfwatch.bench.simulate.SimulateCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of {@code ./perfwatch} that load the system, measure it, or mend its topics. */
@Command(
        name = "./perfwatch",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SimulateCommand.class, BenchCommand.class, DltCommand.class})
final class Main implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((exception, command, _) -> {
                    command.getErr().println("perfwatch: " + exception.getMessage());
                    return 1;
                });
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say which command");
        }
    }
}
