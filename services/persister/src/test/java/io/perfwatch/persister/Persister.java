package io.perfwatch.persister;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.persister.account.Accounts;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in the test's JVM, with a grace so short that a late minute is stored soon. */
final class Persister implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Persister(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Persister start(Broker broker, Database database) {
        return start(broker, database, "perfwatch-persister", Duration.ofMillis(100));
    }

    static Persister start(Broker broker, Database database, String group, Duration grace) {
        return new Persister(
                new SpringApplicationBuilder(PersisterApplication.class)
                        .run(
                                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "--spring.kafka.consumer.group-id=" + group,
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.password=" + Database.PASSWORD,
                                "--spring.datasource.hikari.connection-timeout=1000",
                                "--perfwatch.kafka.partitions=3",
                                "--perfwatch.persister.grace=" + grace.toMillis() + "ms",
                                "--management.server.port=0"));
    }

    Balance balance(Topic topic) {
        return context.getBean(Accounts.class).of(topic).balance();
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
