package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "The newest lines of a process's log, or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUFFIX = ".log";

    @Mixin private final Place place = new Place();

    @Parameters(
            arity = "0..1",
            paramLabel = "PROCESS",
            description = "perfwatch, kafka, postgresql, sampler, perf-counter, persister, gateway")
    private @Nullable String process;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is written.")
    private boolean follow;

    @Option(names = "-n", defaultValue = "50", description = "Lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        for (Path file : files(place.data().logs())) {
            command.add(file.toString());
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<Path> files(Path logs) throws IOException {
        String wanted = process;
        if (!Files.isDirectory(logs)) {
            throw new Refusal("no logs in " + logs);
        }
        try (Stream<Path> all = Files.list(logs)) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(SUFFIX))
                            .filter(f -> wanted == null || f.endsWith(wanted + SUFFIX))
                            .sorted()
                            .toList();
            if (found.isEmpty()) {
                throw new Refusal("no log of " + wanted + " in " + logs);
            }
            return found;
        }
    }
}
