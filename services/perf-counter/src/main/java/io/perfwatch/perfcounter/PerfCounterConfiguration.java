package io.perfwatch.perfcounter;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.perfwatch.perfcounter.child.PerfSupervisor;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.HostDescription;
import io.perfwatch.sampling.HostNameResolver;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.HostSoftware;
import io.perfwatch.sampling.KafkaProducers;
import io.perfwatch.sampling.ManagementAddress;
import io.perfwatch.sampling.ManagementServer;
import io.perfwatch.sampling.MonotonicClock;
import io.perfwatch.sampling.ProbeIdentity;
import io.perfwatch.sampling.ProbeMetrics;
import io.perfwatch.sampling.ProbeVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** From perf to Kafka. Beans are closed in the reverse of this order: perf, then publisher. */
@Configuration(proxyBeanMethods = false)
class PerfCounterConfiguration {
    /** A turn takes an interval; asking perf for its events, some seconds more. */
    private static final Duration TURN_LIMIT = Duration.ofMinutes(2);

    @Bean
    HostRoot hostRoot(PerfCounterProperties properties) {
        return new HostRoot(Path.of(properties.rootPath()));
    }

    @Bean
    ProbeIdentity identity(PerfCounterProperties properties, HostRoot root) {
        String host = new HostNameResolver(System.getenv(), root.path()).resolve(properties.host());
        return ProbeIdentity.start(host, "perf-counter");
    }

    @Bean
    EventPublisher publisher(PerfCounterProperties properties, KafkaProperties kafka) {
        Map<String, Object> connection = kafka.buildProducerProperties();
        return new EventPublisher(
                () -> KafkaProducers.create(connection),
                properties.queueSize().toBytes(),
                properties.flushTimeout());
    }

    @Bean(initMethod = "start")
    PerfSupervisor supervisor(
            PerfCounterProperties properties,
            HostRoot root,
            ProbeIdentity identity,
            EventPublisher publisher) {
        HostDescription description =
                new HostDescription(
                        ProbeVersion.of(PerfCounterApplication.class),
                        properties.labels(),
                        new HostSoftware(root),
                        () -> null);
        return new PerfSupervisor(
                properties.settings(),
                MonotonicClock.SYSTEM,
                new CounterPublisher(
                        identity, publisher, description::read, properties.unreliableBelow()));
    }

    @Bean
    ManagementAddress managementAddress(Environment environment) {
        return Binder.get(environment).bind("management.server", ManagementAddress.class).get();
    }

    @Bean(initMethod = "start")
    ManagementServer management(
            ManagementAddress address, PerfSupervisor supervisor, EventPublisher publisher)
            throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        PerfCounterMetrics.bind(supervisor.counts(), registry);
        ProbeMetrics.bind(publisher, registry);
        ProbeMetrics.bindMemory(registry);
        return new ManagementServer(
                address,
                registry,
                () -> supervisor.isAlive(TURN_LIMIT),
                () -> supervisor.isAlive(TURN_LIMIT));
    }
}
