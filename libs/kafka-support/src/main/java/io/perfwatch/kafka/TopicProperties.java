package io.perfwatch.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of topics that do not exist yet; one that exists keeps its own.
 *
 * @param partitions of each topic of the contract, 1..1000, default 12; a dead-letter topic has one
 * @param replication copies of each record, 1..32767, default 1; production has 3
 * @param retention how long the broker keeps records, default 24 h: what the persister may be away
 * @param partitionBytes how large a partition may become, whatever its age, default 1 GB
 * @param deadLetterRetention default 7 d
 */
@ConfigurationProperties("perfwatch.kafka")
public record TopicProperties(
        @DefaultValue("12") int partitions,
        @DefaultValue("1") int replication,
        @DefaultValue("24h") Duration retention,
        @DefaultValue("1GB") DataSize partitionBytes,
        @DefaultValue("7d") Duration deadLetterRetention) {
    public TopicProperties {
        check("partitions", partitions >= 1 && partitions <= 1000, "1 to 1000", partitions);
        check(
                "replication",
                replication >= 1 && replication <= Short.MAX_VALUE,
                "1 to " + Short.MAX_VALUE,
                replication);
        check(
                "retention",
                retention.compareTo(Duration.ofMinutes(10)) >= 0,
                "at least 10m",
                retention);
        check(
                "dead-letter-retention",
                deadLetterRetention.compareTo(Duration.ofHours(1)) >= 0,
                "at least 1h",
                deadLetterRetention);
    }

    private static void check(String name, boolean isGood, String allowed, Object value) {
        if (!isGood) {
            throw new IllegalArgumentException(
                    "perfwatch.kafka." + name + " must be " + allowed + ", was " + value);
        }
    }
}
