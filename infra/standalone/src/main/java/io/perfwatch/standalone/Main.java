package io.perfwatch.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of {@code ./perfwatch} that concern the running system. */
@Command(
        name = "./perfwatch",
        description = "Shows how this machine performs, live, and keeps it.",
        mixinStandardHelpOptions = true,
        version = "PerfWatch 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            TrainCommand.class
        },
        footer = {
            "  hash-password",
            "           Asks for a password and prints what the gateway's users have instead of it.",
            "  simulate A fleet of hosts that are not there, into the running broker.",
            "  dlt      Dead letters: what could not be stored, and another try for it.",
            "  test     The tests, as CI runs them; test --full runs the long ones too.",
            "  probe    Installs the probes under systemd on a machine; probe --help tells more.",
            "  compose-init, k8s-init",
            "           Make the secrets for docker compose up and kubectl apply -k.",
            "",
            "Exit codes: 0 done (or already so), 1 could not be done, 2 wrong usage, 3 not running (status)."
        })
final class Main implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (!(exception instanceof Refusal)) {
                        exception.printStackTrace(command.getErr());
                    }
                    command.getErr().println("perfwatch: " + exception.getMessage());
                    command.getErr().flush();
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
