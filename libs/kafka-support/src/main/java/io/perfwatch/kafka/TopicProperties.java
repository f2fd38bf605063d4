package io.perfwatch.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of topics that do not exist yet; one that exists keeps its own.
 *
 * @param partitions of each topic of the contract, 1..1000, default 12; a dead-letter topic has one
 * @param replication copies of each record, 1..32767, default 1; production has 3
 * @param retention how long the broker keeps records, default 24 h: what the persister may be away
 * @param partitionBytes how large a partition may become, whatever its age, default 1 GB
 * @param deadLetterRetention default 7 d
 */
@Validated
@ConfigurationProperties("perfwatch.kafka")
public record TopicProperties(
        @DefaultValue("12") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) @Max(Short.MAX_VALUE) int replication,
        @DefaultValue("24h") @DurationMin(minutes = 10) Duration retention,
        @DefaultValue("1GB") DataSize partitionBytes,
        @DefaultValue("7d") @DurationMin(hours = 1) Duration deadLetterRetention) {}
