package io.perfwatch.sampler;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Import;

/**
 * Starts the sampler, or with the argument {@code doctor} says what it can measure here. Without
 * auto-configuration: it has no use for any, and what is not there costs no memory (RATIONALE.md
 * has the numbers).
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({SamplerProperties.class, KafkaProperties.class})
@Import(SamplerConfiguration.class)
class SamplerApplication {

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("doctor")) {
            System.exit(examine(arguments));
        }
        SpringApplication application = new SpringApplication(SamplerApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments);
    }

    /** With the configuration that the sampler would have, and without Kafka. */
    private static int examine(String[] arguments) {
        SpringApplication application = new SpringApplication(Examination.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        try (var context = application.run(arguments)) {
            return new Doctor(context.getBean(SamplerProperties.class), System.out).examine();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SamplerProperties.class)
    static class Examination {}
}
