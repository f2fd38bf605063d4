package io.perfwatch.persister.account;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.metric.Topic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** One {@link Account} a topic, on {@code /actuator/prometheus}. */
@Component
public class Accounts {
    private final Map<Topic, Account> accounts = new EnumMap<>(Topic.class);

    Accounts(MeterRegistry meters) {
        for (Topic topic : Topic.values()) {
            Account account = new Account();
            accounts.put(topic, account);
            publish(meters, topic, account);
        }
    }

    /**
     * @throws IllegalArgumentException if it is no topic of the contract
     */
    public Account of(String topicName) {
        return of(Topic.ofName(topicName).orElseThrow(IllegalArgumentException::new));
    }

    public Account of(Topic topic) {
        return Objects.requireNonNull(accounts.get(topic));
    }

    private static void publish(MeterRegistry meters, Topic topic, Account account) {
        FunctionCounter.builder(
                        "perfwatch.persister.consumed", account, a -> a.balance().consumed())
                .description("Records read")
                .tag("topic", topic.topicName())
                .register(meters);
        settled(meters, topic, account, "stored", a -> a.balance().stored());
        settled(meters, topic, account, "duplicate", a -> a.balance().duplicate());
        settled(meters, topic, account, "dead-lettered", a -> a.balance().deadLettered());
        settled(meters, topic, account, "too-old", a -> a.balance().tooOld());
        settled(meters, topic, account, "abandoned", a -> a.balance().abandoned());
        Gauge.builder("perfwatch.persister.open", account, a -> a.balance().open())
                .description("Records read and not yet stored; read again after a crash")
                .tag("topic", topic.topicName())
                .register(meters);
    }

    private static void settled(
            MeterRegistry meters,
            Topic topic,
            Account account,
            String outcome,
            ToDoubleFunction<Account> value) {
        FunctionCounter.builder("perfwatch.persister.settled", account, value)
                .description("What became of the records read")
                .tag("topic", topic.topicName())
                .tag("outcome", outcome)
                .register(meters);
    }
}
