package io.perfwatch.metric;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Holds JSON against a topic's committed schema. */
final class Schemas {
    private Schemas() {}

    static List<Error> violations(Topic topic, String json) {
        try (InputStream schema =
                Objects.requireNonNull(
                        EventJson.class.getResourceAsStream(
                                "/schema/" + topic.topicName() + ".json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
