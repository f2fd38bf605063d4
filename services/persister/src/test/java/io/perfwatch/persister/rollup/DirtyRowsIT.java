package io.perfwatch.persister.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.persister.rollup.DirtyRows.Version;
import io.perfwatch.persister.table.Tier;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A mark is gone only when all that made it is rolled up. */
@ExtendWith(Infrastructure.class)
class DirtyRowsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Mark ONE = Mark.ofRaw(NOON, 1, 1);
    private static final Mark TWO = Mark.ofRaw(NOON, 2, 1);

    private DirtyRows dirty;

    @BeforeEach
    void migrate(Database database) {
        database.clear();
        var source =
                new DriverManagerDataSource(database.url(), Database.PERSISTER, Database.PASSWORD);
        Flyway.configure().dataSource(source).load().migrate();
        dirty = new DirtyRows(new JdbcTemplate(source));
    }

    @Test
    void whatIsMarkedAgainWhileItIsWrittenStaysMarked() {
        dirty.mark(List.of(ONE, TWO));
        List<Version> read = marked();
        dirty.mark(List.of(ONE));
        assertThat(dirty.unchanged(read)).containsExactly(new Version(TWO, 1));
        dirty.unmark(read);
        assertThat(marked()).containsExactly(new Version(ONE, 2));
    }

    @Test
    void whatAnotherHasWrittenAndIsMarkedAgainStaysMarked() {
        dirty.mark(List.of(ONE, TWO));
        List<Version> read = marked();
        // Another persister was faster with the first row.
        dirty.unmark(read.subList(0, 1));
        List<Version> mine = dirty.unchanged(read);
        dirty.mark(List.of(ONE));
        dirty.unmark(mine);
        assertThat(marked()).containsExactly(new Version(ONE, 1));
    }

    private List<Version> marked() {
        return dirty.closed(Tier.MINUTE, NOON.plusSeconds(86_400), 10);
    }
}
