package io.perfwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Cpu;
import io.perfwatch.metric.Family;
import io.perfwatch.metric.Filesystems;
import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.metric.Load;
import io.perfwatch.metric.Memory;
import io.perfwatch.metric.Networks;
import io.perfwatch.metric.Processes;
import io.perfwatch.metric.Tcp;
import io.perfwatch.metric.Udp;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.NotMeasuredException;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** This machine once more, through the source of macOS and Windows, beside the kernel's files. */
@EnabledOnOs(OS.LINUX)
class OshiFamiliesTest {
    private static final Map<String, Family> OSHI = new HashMap<>();
    private static final Map<String, Family> KERNEL = new HashMap<>();
    private static final Map<String, String> NOT_MEASURED = new HashMap<>();

    @BeforeAll
    static void sampleBoth() throws IOException {
        Map<String, FamilySampler> oshi = samplers("oshi");
        Map<String, FamilySampler> kernel = samplers("kernel");
        for (String family : Families.names()) {
            sample(Objects.requireNonNull(oshi.get(family)), OSHI);
            sample(Objects.requireNonNull(kernel.get(family)), KERNEL);
        }
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        for (String family : Families.names()) {
            sample(Objects.requireNonNull(oshi.get(family)), OSHI);
            sample(Objects.requireNonNull(kernel.get(family)), KERNEL);
        }
    }

    private static Map<String, FamilySampler> samplers(String source) {
        SamplerProperties properties =
                SamplerPropertiesTest.bind(Map.of("perfwatch.sampler.source", source));
        Map<String, FamilySampler> samplers = new HashMap<>();
        for (Map.Entry<String, Supplier<FamilySampler>> family :
                Families.samplers(properties).entrySet()) {
            samplers.put(family.getKey(), family.getValue().get());
        }
        return samplers;
    }

    private static void sample(FamilySampler sampler, Map<String, Family> into) throws IOException {
        try {
            if (sampler.sample(System.nanoTime())
                    instanceof Outcome.Sampled(Family family, var _)) {
                into.put(sampler.family(), family);
            }
        } catch (NotMeasuredException e) {
            NOT_MEASURED.put(sampler.family(), String.valueOf(e.getMessage()));
        }
    }

    private static <F extends Family> F oshi(String family, Class<F> type) {
        return type.cast(Objects.requireNonNull(OSHI.get(family), family));
    }

    private static <F extends Family> F kernel(String family, Class<F> type) {
        return type.cast(Objects.requireNonNull(KERNEL.get(family), family));
    }

    @Test
    void everyFamily_isMeasuredOrSaysWhyNot() {
        for (String family : Families.names()) {
            assertThat(OSHI.containsKey(family) || NOT_MEASURED.containsKey(family))
                    .as(family)
                    .isTrue();
        }
        assertThat(NOT_MEASURED).containsKeys("pressure", "cgroups", "sockets");
    }

    @Test
    void cpu_isTheKernels() {
        Cpu oshi = oshi("cpu", Cpu.class);
        Cpu kernel = kernel("cpu", Cpu.class);
        assertThat(oshi.utilization()).isCloseTo(kernel.utilization(), Offset.offset(0.25));
        assertThat(oshi.contextSwitchesPerSecond())
                .isCloseTo(kernel.contextSwitchesPerSecond(), Percentage.withPercentage(80));
        assertThat(Objects.requireNonNull(oshi.cores()).utilization())
                .hasSameSizeAs(Objects.requireNonNull(kernel.cores()).utilization());
        assertThat(oshi.forksPerSecond()).isNull();
    }

    @Test
    void memoryAndLoad_areTheKernels() {
        Memory oshi = oshi("memory", Memory.class);
        Memory kernel = kernel("memory", Memory.class);
        assertThat(oshi.totalBytes()).isEqualTo(kernel.totalBytes());
        assertThat(oshi.swapTotalBytes()).isEqualTo(kernel.swapTotalBytes());
        assertThat(oshi.availableBytes())
                .isCloseTo(kernel.availableBytes(), Percentage.withPercentage(20));
        assertThat(oshi("load", Load.class).average5Minutes())
                .isCloseTo(kernel("load", Load.class).average5Minutes(), Offset.offset(2.0));
    }

    /** Some that are down OSHI does not see. */
    @Test
    void networks_areTheKernels() {
        assertThat(kernel("networks", Networks.class).interfaces().keySet())
                .containsAll(oshi("networks", Networks.class).interfaces().keySet());
        assertThat(oshi("networks", Networks.class).interfaces()).containsKey("lo");
    }

    @Test
    void protocols_areTheKernels() {
        assertThat(oshi("tcp", Tcp.class).establishedConnections())
                .isCloseTo(
                        kernel("tcp", Tcp.class).establishedConnections(),
                        Percentage.withPercentage(80));
        assertThat(oshi("tcp", Tcp.class).sentSegmentsPerSecond()).isNotNegative();
        assertThat(oshi("udp", Udp.class).receivedDatagramsPerSecond()).isNotNegative();
    }

    @Test
    void filesystem_isTheKernels() {
        assertThat(rootBytes(oshi("filesystems", Filesystems.class)))
                .isEqualTo(rootBytes(kernel("filesystems", Filesystems.class)));
    }

    private static @Nullable Long rootBytes(Filesystems filesystems) {
        return Objects.requireNonNull(filesystems.mounts().get("/")).sizeBytes();
    }

    @Test
    void processes_areTheKernels() {
        Processes oshi = oshi("processes", Processes.class);
        Processes kernel = kernel("processes", Processes.class);
        assertThat(oshi.total()).isCloseTo(kernel.total(), Percentage.withPercentage(50));
        assertThat(oshi.top()).isNotEmpty();
        assertThat(oshi.top().values())
                .allSatisfy(p -> {
                    assertThat(p.name()).isNotBlank();
                    assertThat(p.memoryBytes()).isNotNegative();
                    assertThat(p.cpuCores()).isNotNegative();
                });
    }

    @Test
    void inventory_knowsTheHost() {
        SamplerProperties properties =
                SamplerPropertiesTest.bind(Map.of("perfwatch.sampler.source", "oshi"));
        var facts =
                SamplerConfiguration.description(properties, new HostRoot(Path.of("/")))
                        .read(Map.of());
        Hardware hardware = Objects.requireNonNull(facts.hardware());
        assertThat(hardware.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(hardware.memoryBytes()).isEqualTo(kernel("memory", Memory.class).totalBytes());
        assertThat(Objects.requireNonNull(facts.operatingSystem()).name()).isNotBlank();
    }
}
