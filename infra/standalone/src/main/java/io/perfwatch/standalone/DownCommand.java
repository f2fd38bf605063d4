package io.perfwatch.standalone;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops all; the data is kept.")
final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Mixin private final Place place = new Place();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        DataDirectory data = place.data();
        Optional<ProcessHandle> supervisor =
                RunState.find(data).flatMap(state -> state.supervisor().find());
        if (supervisor.isPresent()) {
            stop(supervisor.get());
        }
        int left = Leftovers.end(data);
        if (left > 0) {
            System.out.println("ended " + left + " processes that were left");
        }
        System.out.println(
                supervisor.isPresent() ? "PerfWatch stopped" : "PerfWatch is not running");
        return 0;
    }

    private static void stop(ProcessHandle supervisor)
            throws InterruptedException, ExecutionException {
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
            supervisor.onExit().get();
        }
    }
}
