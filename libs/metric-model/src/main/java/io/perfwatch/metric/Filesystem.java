package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One mounted file system. */
public record Filesystem(
        @JsonPropertyDescription("Such as ext4") @Nullable String type,
        @JsonPropertyDescription("What is mounted") @Nullable String device,
        @JsonPropertyDescription("Whether nothing can be written") @Nullable Boolean readOnly,
        @Metric(
                        value = "All blocks",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.filesystem.limit")
                @Nullable Long sizeBytes,
        @Metric(
                        value = "Blocks in use",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.filesystem.usage{system.filesystem.state=used}")
                @Nullable Long usedBytes,
        @Metric(
                        value = "What users without privileges can still write",
                        unit = Metric.Unit.BYTES,
                        openTelemetry = "system.filesystem.usage{system.filesystem.state=free}")
                @Nullable Long availableBytes,
        @Metric(
                        value = "Used part of what users can have",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO,
                        inputs = {"filesystems[*].usedBytes", "filesystems[*].availableBytes"},
                        formula = "usedBytes / (usedBytes + availableBytes)",
                        openTelemetry = "system.filesystem.utilization")
                @Nullable Double utilization,
        @Metric(
                        value = "Files that there can be; absent where there is no limit",
                        unit = Metric.Unit.COUNT)
                @Nullable Long inodes,
        @Metric(value = "Files that there are", unit = Metric.Unit.COUNT)
                @Nullable Long usedInodes) {}
