package io.perfwatch.sampler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Import;

/**
 * Starts the sampler. Without auto-configuration: it has no use for any, and what is not there
 * costs no memory (RATIONALE.md has the numbers).
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SamplerProperties.class,
    ManagementProperties.class,
    KafkaProperties.class
})
@Import(SamplerConfiguration.class)
class SamplerApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(SamplerApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments);
    }
}
