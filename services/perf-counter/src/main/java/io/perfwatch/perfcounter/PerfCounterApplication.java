package io.perfwatch.perfcounter;

import io.perfwatch.perfcounter.doctor.Doctor;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Import;

/**
 * Starts the perf-counter, or with the argument {@code doctor} says what perf can do here. Without
 * auto-configuration: it has no use for any, and what is not there costs no memory.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    PerfCounterProperties.class,
    ManagementProperties.class,
    KafkaProperties.class
})
@Import(PerfCounterConfiguration.class)
public class PerfCounterApplication {

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("doctor")) {
            System.exit(Doctor.examine(System.out));
        }
        SpringApplication application = new SpringApplication(PerfCounterApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments);
    }
}
