package io.perfwatch.sampler;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.perfwatch.sampler.host.HardwareReader;
import io.perfwatch.sampler.host.OshiHost;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.HostDescription;
import io.perfwatch.sampling.HostNameResolver;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.HostSoftware;
import io.perfwatch.sampling.InventoryPublisher;
import io.perfwatch.sampling.KafkaProducers;
import io.perfwatch.sampling.ManagementAddress;
import io.perfwatch.sampling.ManagementServer;
import io.perfwatch.sampling.MonotonicClock;
import io.perfwatch.sampling.ProbeIdentity;
import io.perfwatch.sampling.ProbeMetrics;
import io.perfwatch.sampling.ProbeVersion;
import io.perfwatch.sampling.SamplingLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** From the tick to Kafka. Beans are closed in the reverse of this order: loop, then publisher. */
@Configuration(proxyBeanMethods = false)
class SamplerConfiguration {
    /** After so long without a tick the probe is not alive. */
    private static final Duration TICK_LIMIT = Duration.ofSeconds(30);

    @Bean
    HostRoot hostRoot(SamplerProperties properties) {
        return new HostRoot(Path.of(properties.rootPath()));
    }

    @Bean
    ProbeIdentity identity(SamplerProperties properties, HostRoot root) {
        String host = new HostNameResolver(System.getenv(), root.path()).resolve(properties.host());
        return ProbeIdentity.start(host, "sampler");
    }

    @Bean
    EventPublisher publisher(SamplerProperties properties, KafkaProperties kafka) {
        Map<String, Object> connection = kafka.buildProducerProperties();
        return new EventPublisher(
                () -> KafkaProducers.create(connection),
                properties.queueSize().toBytes(),
                properties.flushTimeout());
    }

    @Bean
    Inventory inventory(
            SamplerProperties properties,
            HostRoot root,
            ProbeIdentity identity,
            EventPublisher publisher) {
        return new Inventory(
                description(properties, root), new InventoryPublisher(identity, publisher));
    }

    static HostDescription description(SamplerProperties properties, HostRoot root) {
        String version = ProbeVersion.of(SamplerApplication.class);
        if (properties.source().isOshi()) {
            OshiHost host = new OshiHost(new Oshi());
            return new HostDescription(version, properties.labels(), host, host::hardware);
        }
        return new HostDescription(
                version,
                properties.labels(),
                new HostSoftware(root),
                new HardwareReader(root)::read);
    }

    @Bean(initMethod = "start")
    SamplingLoop loop(
            SamplerProperties properties,
            ProbeIdentity identity,
            EventPublisher publisher,
            Inventory inventory) {
        TickPublisher events = new TickPublisher(identity, publisher);
        return new SamplingLoop(
                Families.schedules(properties),
                properties.patience(),
                MonotonicClock.SYSTEM,
                events.andThen(inventory));
    }

    @Bean
    ManagementAddress managementAddress(Environment environment) {
        return Binder.get(environment).bind("management.server", ManagementAddress.class).get();
    }

    @Bean(initMethod = "start")
    ManagementServer management(
            ManagementAddress address, SamplingLoop loop, EventPublisher publisher)
            throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ProbeMetrics.bind(loop, registry);
        ProbeMetrics.bind(publisher, registry);
        ProbeMetrics.bindMemory(registry);
        return new ManagementServer(
                address,
                registry,
                () -> loop.isTicking(TICK_LIMIT),
                () -> loop.isTicking(TICK_LIMIT));
    }
}
