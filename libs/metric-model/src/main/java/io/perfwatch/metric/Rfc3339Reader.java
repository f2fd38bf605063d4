package io.perfwatch.metric;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Any RFC 3339 time, of whatever offset and precision, cut to milliseconds. */
final class Rfc3339Reader extends StdDeserializer<Instant> {
    Rfc3339Reader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        String text = json.getValueAsString("");
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return (Instant)
                    context.handleWeirdStringValue(
                            Instant.class, text, "must be RFC 3339: 2026-03-01T12:00:00Z");
        }
    }
}
