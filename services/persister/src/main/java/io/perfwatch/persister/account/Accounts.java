package io.perfwatch.persister.account;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * One {@link Account} a topic, on {@code /actuator/prometheus}: all numbers of a topic are of one
 * instant, so that they add up in every answer. Meters of Micrometer are asked one by one.
 */
@Component
public class Accounts implements MultiCollector {
    private final Map<Topic, Account> accounts = new EnumMap<>(Topic.class);

    Accounts(PrometheusRegistry registry) {
        for (Topic topic : Topic.values()) {
            accounts.put(topic, new Account());
        }
        registry.register(this);
    }

    public Account of(Topic topic) {
        return Objects.requireNonNull(accounts.get(topic));
    }

    @Override
    public MetricSnapshots collect() {
        CounterSnapshot.Builder consumed =
                CounterSnapshot.builder().name("perfwatch_persister_consumed").help("Records read");
        CounterSnapshot.Builder settled =
                CounterSnapshot.builder()
                        .name("perfwatch_persister_settled")
                        .help("What became of the records read");
        GaugeSnapshot.Builder open =
                GaugeSnapshot.builder()
                        .name("perfwatch_persister_open")
                        .help("Records read and not yet stored; read again after a crash");
        accounts.forEach((topic, account) -> {
            Balance balance = account.balance();
            Labels labels = Labels.of("topic", topic.topicName());
            consumed.dataPoint(counter(labels, balance.consumed()));
            settled.dataPoint(counter(labels.add("outcome", "stored"), balance.stored()));
            settled.dataPoint(counter(labels.add("outcome", "duplicate"), balance.duplicate()));
            settled.dataPoint(
                    counter(labels.add("outcome", "dead-lettered"), balance.deadLettered()));
            settled.dataPoint(counter(labels.add("outcome", "too-old"), balance.tooOld()));
            settled.dataPoint(counter(labels.add("outcome", "abandoned"), balance.abandoned()));
            open.dataPoint(
                    GaugeDataPointSnapshot.builder()
                            .labels(labels)
                            .value((double) balance.open())
                            .build());
        });
        return MetricSnapshots.of(consumed.build(), settled.build(), open.build());
    }

    private static CounterDataPointSnapshot counter(Labels labels, long value) {
        return CounterDataPointSnapshot.builder().labels(labels).value((double) value).build();
    }
}
