package io.perfwatch.bench.sampler;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.report.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the sampler of a running {@code ./perfwatch up}, and at a node_exporter beside it. */
@Command(
        name = "sampler",
        mixinStandardHelpOptions = true,
        description = {
            "What the sampler of a running ./perfwatch up costs, beside Debian's node_exporter,"
                    + " scraped each second in the same time.",
            "Once as the machine is, and once more with sleeping processes and control groups"
                    + " made for it, to see what each of them costs (needs root). Families are"
                    + " in microseconds of CPU time.",
            "Whether its memory stays flat: --seconds 3600 --processes 0 --groups 0"
        })
public final class SamplerBench implements Callable<Integer> {
    private static final int MANAGEMENT_OFFSET = 4;
    private static final double MEBIBYTE = 1 << 20;
    private static final double KIBIBYTE = 1 << 10;
    private static final double SCAN_SECONDS = 5;

    private static final double CORE = 0.0065;
    private static final double MEMORY = 120;
    private static final double GARBAGE = 200;
    private static final double MICROS_A_PROCESS = 20;
    private static final double MICROS_A_GROUP = 15;

    @Option(
            names = "--port",
            defaultValue = "8420",
            description = "of the dashboard, default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "how long to look, each time, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description = "seconds before that, default ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--processes",
            defaultValue = "2000",
            description = "that sleep, the second time, default ${DEFAULT-VALUE}")
    private int processes;

    @Option(
            names = "--groups",
            defaultValue = "500",
            description = "control groups, the second time, default ${DEFAULT-VALUE}")
    private int groups;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningService sampler = RunningService.find("sampler", port + MANAGEMENT_OFFSET);
        List<Figure> figures = new ArrayList<>();
        try (NodeExporter reference = NodeExporter.start()) {
            Window calm = look(sampler, reference);
            figures.addAll(calm(calm));
            if (processes + groups > 0) {
                try (Crowd _ = new Crowd(processes, groups)) {
                    figures.addAll(crowded(calm, look(sampler, reference)));
                }
            }
            figures.add(Figure.of("scrapes of the reference", reference.scrapes(), ""));
        }
        Report report = new Report("sampler", figures);
        report.write(System.out, json);
        return report.allMet() ? 0 : 1;
    }

    private Window look(RunningService sampler, NodeExporter reference)
            throws IOException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(warmUp));
        return Window.of(sampler, reference, Duration.ofSeconds(seconds));
    }

    private static List<Figure> calm(Window calm) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("cpu", calm.cores(), "core")
                        .atMost(CORE)
                        .beside("node_exporter", calm.referenceCores()));
        figures.add(
                Figure.of("memory", calm.residentBytes() / MEBIBYTE, "MiB")
                        .atMost(MEMORY)
                        .beside("node_exporter", calm.referenceBytes() / MEBIBYTE));
        figures.add(Figure.of("memory growth", calm.grownBytes() / MEBIBYTE, "MiB"));
        figures.add(
                Figure.of("garbage a tick", calm.garbageBytes() / KIBIBYTE, "KiB").atMost(GARBAGE));
        calm.familyMicros()
                .forEach((family, micros) -> figures.add(Figure.of(family, micros, "us")));
        return figures;
    }

    private List<Figure> crowded(Window calm, Window crowded) {
        double allowed = processes * MICROS_A_PROCESS + groups * MICROS_A_GROUP;
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("cpu, crowded", crowded.cores(), "core")
                        .atMost(CORE + allowed / 1e6 / SCAN_SECONDS)
                        .beside("node_exporter", crowded.referenceCores()));
        figures.add(Figure.of("memory, crowded", crowded.residentBytes() / MEBIBYTE, "MiB"));
        if (processes > 0) {
            double more = crowded.micros("processes") - calm.micros("processes");
            figures.add(Figure.of("a process", more / processes, "us").atMost(MICROS_A_PROCESS));
        }
        if (groups > 0) {
            double more = crowded.micros("cgroups") - calm.micros("cgroups");
            figures.add(Figure.of("a control group", more / groups, "us").atMost(MICROS_A_GROUP));
        }
        return figures;
    }
}
