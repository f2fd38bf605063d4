package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What of this machine can be measured, and what is missing for the rest.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin private final Place place = new Place();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf("java          %s (%s)%n", Runtime.version(), Home.java());
        System.out.printf("data          %s%n", place.data().path());
        for (Tool tool : Tool.values()) {
            System.out.printf("%-13s %s%n", tool.title(), tool.isPresent() ? "there" : "not there");
        }
        int worst = 0;
        for (Service probe : List.of(Service.SAMPLER, Service.PERF_COUNTER)) {
            worst = Math.max(worst, ask(ServiceProgram.jar(probe, Home.current())));
        }
        return worst;
    }

    private static int ask(Path jar) throws IOException, InterruptedException {
        return new ProcessBuilder(Home.java(), "-jar", jar.toString(), "doctor")
                .inheritIO()
                .start()
                .waitFor();
    }
}
