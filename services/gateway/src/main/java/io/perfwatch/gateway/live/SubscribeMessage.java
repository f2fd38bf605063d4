package io.perfwatch.gateway.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client may say, as it stands in the JSON; nothing of it is checked yet. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SubscribeMessage(
        @Nullable String type,
        @Nullable List<@Nullable String> hosts,
        @Nullable Map<String, @Nullable String> labels,
        @Nullable List<@Nullable String> topics,
        @Nullable String view,
        @Nullable Long replaySeconds,
        @Nullable Map<String, @Nullable Long> cursor) {}
