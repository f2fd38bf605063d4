package io.perfwatch.perfcounter;

import io.perfwatch.perfcounter.child.PerfSettings;
import io.perfwatch.perfcounter.doctor.Doctor;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts the perf-counter, or with the argument {@code doctor} says what perf can do here. Without
 * auto-configuration: it has no use for any, and what is not there costs no memory.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({PerfCounterProperties.class, KafkaProperties.class})
@Import(PerfCounterConfiguration.class)
public class PerfCounterApplication {

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("doctor")) {
            System.exit(doctor());
        }
        SpringApplication application = new SpringApplication(PerfCounterApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments);
    }

    /**
     * With the environment's settings, as the service has them; no context, so that it is quick.
     */
    private static int doctor() {
        PerfCounterProperties properties =
                Binder.get(new StandardEnvironment())
                        .bindOrCreate("perfwatch.perf-counter", PerfCounterProperties.class);
        PerfSettings settings = properties.settings();
        return Doctor.examine(
                settings.program(), settings.choices(), settings.topDown(), System.out);
    }
}
