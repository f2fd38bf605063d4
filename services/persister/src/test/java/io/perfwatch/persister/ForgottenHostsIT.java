package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts that are deleted while no persister runs, so that all is read at once and in any order. */
class ForgottenHostsIT extends WithServers {
    /** On every partition, of events and of tombstones. */
    private static final List<String> HOSTS =
            IntStream.rangeClosed(1, 12).mapToObj(i -> "web-" + i).toList();

    private static final long BEFORE = 3;

    ForgottenHostsIT(Broker broker, Database database) {
        super(broker, database);
    }

    /** The topics are there, and a group that has read nothing of what is sent from now on. */
    @BeforeEach
    void runOnce() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("other", 1, 1);
            stored.await("other", 1);
        }
        try (Events events = new Events(broker)) {
            HOSTS.forEach(host -> {
                events.send(host, 1, BEFORE);
                byte[] document = Events.json(host, 1, events.minute, "1").getBytes(UTF_8);
                events.send(Topic.HOSTS, host + "/sampler", document);
            });
        }
        try (Events events = new Events(broker)) {
            HOSTS.forEach(host -> events.forget(host + "/sampler"));
        }
    }

    @Test
    void whatWasSentBeforeTheTombstoneIsNotStored() {
        try (Persister persister = Persister.start(broker, database)) {
            await().atMost(LONG)
                    .until(() -> persister.balance().duplicate() == BEFORE * HOSTS.size());
            await().atMost(LONG)
                    .until(() ->
                            persister.balance(Topic.HOSTS).consumed() == 2L * HOSTS.size()
                                    && persister.balance(Topic.HOSTS).open() == 0);
            assertThat(persister.balance().isExact()).isTrue();
            assertThat(persister.balance(Topic.HOSTS).isExact()).isTrue();
        }
        assertThat(sql.strings("select name from host")).containsExactly("other");
        assertThat(sql.strings("select 1 from host_inventory")).isEmpty();
        assertThat(sql.strings("select name from forgotten_host "))
                .containsExactlyInAnyOrderElementsOf(HOSTS);
    }

    @Test
    void whatIsSentAfterItIsOfANewHostHoweverOftenAllIsRead() {
        try (Events events = new Events(broker)) {
            // In the same minute as what is forgotten.
            HOSTS.forEach(host -> events.send(host, BEFORE + 1, BEFORE + 2));
        }
        for (String group : List.of("one", "two")) {
            try (Persister persister =
                    Persister.start(
                            broker,
                            database.url(),
                            Persister.SHORT_GRACE,
                            "--spring.kafka.consumer.group-id=" + group)) {
                await().atMost(LONG)
                        .until(() -> persister.settled() == 1 + (BEFORE + 2) * HOSTS.size());
                await().atMost(LONG)
                        .until(() ->
                                persister.balance(Topic.HOSTS).consumed() == 2L * HOSTS.size()
                                        && persister.balance(Topic.HOSTS).open() == 0);
                assertThat(persister.balance().isExact()).isTrue();
            }
            HOSTS.forEach(host ->
                    assertThat(stored.sequences(host))
                            .as(host)
                            .isEqualTo(Stored.numbers(BEFORE + 1, BEFORE + 2)));
            assertThat(
                            sql.strings(
                                    """
                                    select stored from completeness
                                    join host on id = host_id where name <> 'other'
                                    """))
                    .isEqualTo(Collections.nCopies(HOSTS.size(), "2"));
            assertThat(sql.strings("select 1 from forgotten_host")).hasSize(HOSTS.size());
        }
    }
}
