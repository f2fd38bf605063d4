package io.perfwatch.persister.storage;

import io.perfwatch.metric.Annotation;
import io.perfwatch.pack.StorableText;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Annotations as their newest records say. */
final class AnnotationTable {
    private final JdbcOperations jdbc;

    AnnotationTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return whether it was news; an older record changes nothing
     */
    boolean put(AnnotationDocument document) {
        Annotation annotation = document.annotation();
        return annotation == null ? delete(document) : upsert(document, annotation);
    }

    private boolean delete(AnnotationDocument document) {
        return jdbc.update(
                        "delete from annotation where id = ? and (append_time, log_offset) < (?, ?)",
                        document.id(),
                        timestamp(document.append()),
                        document.offset())
                > 0;
    }

    private boolean upsert(AnnotationDocument document, Annotation annotation) {
        return jdbc.update(
                        """
                        insert into annotation as a
                            (id, time, until, text, tags, hosts, append_time, log_offset)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set time = excluded.time, until = excluded.until, text = excluded.text,
                            tags = excluded.tags, hosts = excluded.hosts,
                            append_time = excluded.append_time, log_offset = excluded.log_offset
                        where (a.append_time, a.log_offset) < (excluded.append_time, excluded.log_offset)
                        """,
                        statement -> set(statement, document, annotation))
                > 0;
    }

    private static void set(
            PreparedStatement statement, AnnotationDocument document, Annotation annotation)
            throws SQLException {
        statement.setString(1, annotation.id());
        statement.setTimestamp(2, timestamp(annotation.time()));
        statement.setTimestamp(3, timestamp(annotation.until()));
        statement.setString(4, StorableText.of(annotation.text()));
        statement.setArray(5, texts(statement, annotation.tags()));
        statement.setArray(6, texts(statement, annotation.hosts()));
        statement.setTimestamp(7, timestamp(document.append()));
        statement.setLong(8, document.offset());
    }

    private static Array texts(PreparedStatement statement, List<String> texts)
            throws SQLException {
        String[] storable = texts.stream().map(StorableText::of).toArray(String[]::new);
        return statement.getConnection().createArrayOf("text", storable);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
