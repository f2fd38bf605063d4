package io.perfwatch.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the four services, configured by its environment as anywhere else. */
final class ServiceProgram {

    private ServiceProgram() {}

    static Program of(Service service, Jvm jvm, Ports ports, Secrets secrets) {
        List<String> options = service.jvmOptions(jvm.home().root());
        var command = new ArrayList<>(jvm.command(service.title(), options));
        command.addAll(List.of("-jar", jar(service, jvm.home()).toString()));
        int management = ports.management(service);
        return new Program(
                service.title(),
                service == Service.GATEWAY ? ports.dashboard() : management,
                command,
                environment(service, ports, secrets),
                () -> Probes.http(management, "/actuator/health/liveness"),
                "TERM");
    }

    /** The unpacked jar where there is one: it starts faster, and its start-up cache is used. */
    static Path jar(Service service, Home home) {
        Path unpacked = unpacked(service, home).resolve(service.title() + ".jar");
        return Files.exists(unpacked) ? unpacked : service.jar(home.root());
    }

    static Path unpacked(Service service, Home home) {
        return home.cache().resolve(service.title());
    }

    private static Map<String, String> environment(Service service, Ports ports, Secrets secrets) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + ports.kafka());
        environment.put("PERFWATCH_KAFKA_PARTITIONS", "3");
        environment.put("PERFWATCH_KAFKA_REPLICATION", "1");
        // A day of one host and more.
        environment.put("PERFWATCH_KAFKA_PARTITION_BYTES", "256MB");
        environment.put("MANAGEMENT_SERVER_ADDRESS", Ports.HOST);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(service)));
        if (service.isProbe() || service == Service.GATEWAY) {
            // One arena of the C library: these threads hardly ever allocate at once.
            environment.put("MALLOC_ARENA_MAX", "1");
        }
        if (service == Service.GATEWAY) {
            environment.put("SERVER_ADDRESS", Ports.HOST);
            environment.put("SERVER_PORT", Integer.toString(ports.dashboard()));
            environment.put(
                    "PERFWATCH_GATEWAY_ACCESS_DATABASE_PASSWORD",
                    secrets.password(Database.ACCESS));
        }
        if (service.usesDatabase()) {
            String role = service == Service.PERSISTER ? Database.PERSISTER : Database.GATEWAY;
            environment.put("SPRING_DATASOURCE_URL", Database.url(ports, Database.NAME));
            environment.put("SPRING_DATASOURCE_USERNAME", role);
            environment.put("SPRING_DATASOURCE_PASSWORD", secrets.password(role));
        }
        return environment;
    }
}
