package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void write_fitsTheSchemaAndIsRead() {
        Annotation moment = new Annotation("a-1", TIME, null, "restarted", List.of(), List.of());
        Annotation range =
                new Annotation("b:2", TIME, TIME.plusSeconds(9), "x", List.of("t"), List.of("web"));

        for (Annotation annotation : List.of(moment, range)) {
            byte[] json = EventJson.write(annotation);
            assertThat(Schemas.violations(Topic.ANNOTATIONS, new String(json, UTF_8))).isEmpty();
            assertThat(EventJson.readAnnotation(json)).isEqualTo(annotation);
        }
        assertThat(new String(EventJson.write(moment), UTF_8))
                .isEqualTo(
                        """
                        {"id":"a-1","time":"2026-03-01T12:00:00.000Z","text":"restarted"}\
                        """);
    }

    @Test
    void read_takesAnyFormOfTime() {
        Annotation read =
                read("{'id':'a','time':'2026-03-01T13:00:00.1234567+01:00','text':'x','new':[1]}");

        assertThat(read.time()).isEqualTo(TIME.plusMillis(123));
        assertThat(read.end()).isEqualTo(read.time());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | id",
                "null | not an annotation",
                "[] | Annotation",
                "{'id':'a b','time':'2026-03-01T12:00:00Z','text':'x'} | id must match",
                "{'id':'a','text':'x'} | time is missing",
                "{'id':'a','time':'noon','text':'x'} | RFC 3339",
                "{'id':'a','time':7,'text':'x'} | RFC 3339",
                "{'id':'a','time':'2026-03-01T12:00:00Z','text':'  '} | text",
                "{'id':'a','time':'2026-03-01T12:00:00Z','until':'2026-03-01T11:00:00Z','text':'x'} | until",
                "{'id':'a','time':'-999999999-01-01T00:00:00Z','text':'x'} | time must be of the years",
                "{'id':'a','time':'2026-03-01T12:00:00Z','until':'+999999999-01-01T00:00:00Z','text':'x'} | until must be of the years",
                "{'id':'a','time':'2026-03-01T12:00:00Z','text':'x','tags':['']} | tag",
                "{'id':'a','time':'2026-03-01T12:00:00Z','text':'x','hosts':['A B']} | host"
            })
    void read_saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(message);
    }

    private static Annotation read(String json) {
        return EventJson.readAnnotation(json.replace('\'', '"').getBytes(UTF_8));
    }
}
