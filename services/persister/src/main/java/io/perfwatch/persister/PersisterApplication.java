package io.perfwatch.persister;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps what the probes send. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class PersisterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PersisterApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
