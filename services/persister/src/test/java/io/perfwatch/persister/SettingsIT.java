package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A start at which the newest setting comes long after the first. */
class SettingsIT extends WithServers {
    private static final int SETTINGS_BETWEEN = 100_000;

    private final Instant fiveDaysAgo =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(5));

    SettingsIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void nothingIsDroppedAndNothingTooOldBeforeAllSettingsAreRead() {
        try (Events events = new Events(broker)) {
            try (Persister _ = Persister.start(broker, database)) {
                events.send("web-1", 1, 1);
                stored.await("web-1", 1);
            }
            addOldPack();
            retain(events, Duration.ofHours(1));
            for (int i = 0; i < SETTINGS_BETWEEN; i++) {
                events.send(Topic.SETTINGS, "another", "of another version".getBytes(UTF_8));
            }
            retain(events, Duration.ofDays(30));
        }
        try (Events events = new Events(broker)) {
            events.send("web-1", 2, fiveDaysAgo.plusSeconds(60), "2");
        }
        try (Persister persister = Persister.start(broker, database)) {
            await().atMost(LONG)
                    .until(() -> persister.settled() + persister.balance().tooOld() == 1);
            assertThat(persister.balance().tooOld()).isZero();
            await().atMost(LONG)
                    .until(() ->
                            sql.strings("select 1 from tier where retention = interval '720h'")
                                            .size()
                                    == 1);
        }
        assertThat(
                        sql.strings(
                                "select count(*) from pack_raw where start < now() - interval '4 d'"))
                .containsExactly("2");
    }

    private static void retain(Events events, Duration raw) {
        RetentionSetting setting = new RetentionSetting(raw.toSeconds(), 86_400 * 60, 86_400 * 90);
        events.send(Topic.SETTINGS, RetentionSetting.KEY, EventJson.write(setting));
    }

    private void addOldPack() {
        String name =
                DateTimeFormatter.ofPattern("yyyyMMdd_HH")
                        .withZone(ZoneOffset.UTC)
                        .format(fiveDaysAgo);
        sql.execute(
                """
                create table pack_raw_%s partition of pack_raw for values from ('%s') to ('%s');
                insert into pack_raw select h.id, f.id, '%s', p.samples, p.payload
                from host h, family f, pack_raw p where f.name = 'cpu' limit 1
                """
                        .formatted(
                                name,
                                fiveDaysAgo,
                                fiveDaysAgo.plus(Duration.ofHours(6)),
                                fiveDaysAgo));
    }
}
