package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Pack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What becomes of all that can be sent; each test has hosts of its own. */
class PersisterIT extends WithPersister {

    @Test
    void eventsBecomePacksOnceHoweverOftenTheyCome() {
        events.send("again", 1, 5);
        stored.await("again", 5);
        long before = persister.balance().duplicate();
        events.send("again", 3, 8);
        stored.await("again", 8);
        assertThat(persister.balance().duplicate() - before).isEqualTo(3);
        assertThat(persister.balance().isExact()).isTrue();
        assertThat(series("again")).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        Pack pack = stored.packs("where h.name = 'again'").getFirst();
        assertThat(pack.number("utilization", 0)).isEqualTo("1");
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextRecordIsStored() throws Exception {
        letIn(12 << 20);
        String deep = "[".repeat(20) + "]".repeat(20);
        List<byte[]> poison =
                Stream.of(
                                "not JSON",
                                "{\"host\":\"h\"",
                                "[]",
                                Events.json("h", 0, events.minute, "1"),
                                Events.json("Ünïcode 😀", 1, events.minute, "1"),
                                Events.json("\\u0000", 1, events.minute, "1"),
                                Events.json("'; drop table pack_raw; --", 1, events.minute, "1"),
                                Events.json("h".repeat(10_000), 1, events.minute, "1"),
                                Events.json("h", 1, events.minute, "NaN"),
                                Events.json("h", 1, events.minute, "1e999"),
                                Events.json("h", 1, events.minute, deep),
                                Events.json("h", 1, events.minute, array(26_000)),
                                Events.json("h", 1, events.minute, array(1_000_000)),
                                Events.json(
                                        "h", 1, events.minute, "\"" + "x".repeat(600_000) + "\""),
                                Events.json(
                                        "h", 1, events.minute, "\"" + "x".repeat(10 << 20) + "\""),
                                Events.json("h", 1, events.minute.plus(Duration.ofHours(1)), "1"),
                                Events.json("h", 1, events.minute, "1")
                                        .replace("\"cpu\"", "\"a'b\""),
                                Events.json(
                                        "h", 1, Instant.parse("-999999999-01-01T00:00:00Z"), "1"),
                                Events.json(
                                        "h", 1, Instant.parse("+999999999-01-01T00:00:00Z"), "1"),
                                Events.json("h", 1, events.minute, longPaths()))
                        .map(json -> json.getBytes(UTF_8))
                        .toList();
        events.send("poisoned", 1, 1);
        poison.forEach(p -> events.send(Topic.SYSTEM, "poisoned", p));
        events.send(Topic.SYSTEM, "poisoned", new byte[] {(byte) 0xff, (byte) 0xfe});
        events.send("poisoned", 2, 2);
        stored.await("poisoned", 2);
        int count = poison.size() + 1;
        await().atMost(LONG).until(() -> persister.balance().deadLettered() == count);
        assertThat(persister.balance().isExact()).isTrue();
        List<ConsumerRecord<byte[], byte[]>> letters = Letters.await(broker, count);
        assertThat(letters.getFirst().value()).asString(UTF_8).isEqualTo("not JSON");
        assertThat(letters)
                .allSatisfy(letter -> assertThat(header(letter, "dlt_reason")).isNotEmpty())
                .anySatisfy(letter -> {
                    assertThat(letter.value()).hasSize(64 << 10);
                    assertThat(header(letter, "dlt_value_bytes")).startsWith("10485");
                    assertThat(header(letter, "dlt_value_sha256")).hasSize(64);
                });
    }

    /** A quarter of a megabyte, of which each path repeats five thousand characters. */
    private static String longPaths() {
        String name = "\"" + "x".repeat(1000) + "\":";
        StringBuilder json = new StringBuilder("1,\"m\":").append(("{" + name).repeat(5));
        for (int i = 0; i < 20_000; i++) {
            json.append(i == 0 ? "{" : ",").append("\"m").append(i).append("\":1");
        }
        return json.append("}".repeat(6)).toString();
    }

    private static String array(int leaves) {
        return "1,\"x\":[" + "1,".repeat(leaves) + "1]";
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** As an operator may set it, whatever the services say. */
    private void letIn(int bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SYSTEM.topicName());
        var largest = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
        try (Admin admin = broker.admin()) {
            await().atMost(LONG)
                    .until(() -> admin.listTopics().names().get().contains(topic.name()));
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(largest, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    @Test
    void textThatTheDatabaseRefusesIsStoredAllTheSame() {
        String odd = "1,\"state\":\"a\\u0000b\\ud800\",\"d\\u0000'; --😀\":{\"x\":2}";
        events.send("odd", 1, events.minute, odd);
        stored.await("odd", 1);
        Pack pack = stored.packs("where h.name = 'odd'").getFirst();
        assertThat(pack.text("state", 0)).isEqualTo("a\ufffdb\ufffd");
        assertThat(pack.number("[d\ufffd'; --😀].x", 0)).isEqualTo("2");
    }

    @Test
    void whatIsOlderThanTheRetentionIsCountedAndDropped() {
        events.send("old", 1, Instant.now().minus(Duration.ofHours(49)), "1");
        events.send("old", 2, 2);
        stored.await("old", 1);
        assertThat(persister.balance().tooOld()).isEqualTo(1);
    }

    @Test
    void hostsAreDescribedOnceEachTimeTheyChange() {
        int second = 1;
        for (String version : List.of("1", "1", "2")) {
            describe("changing", second++, version);
        }
        assertThat(described("changing", 2)).containsExactly("1", "2");
    }

    @Test
    void theNewestHundredChangesOfAHostAreKept() {
        for (int version = 1; version <= 103; version++) {
            describe("restless", version, Integer.toString(version));
        }
        assertThat(described("restless", 103))
                .hasSize(100)
                .startsWith("4", "5")
                .endsWith("102", "103");
    }

    /** As a probe does at its start: the run is another each time. */
    private void describe(String host, int second, String version) {
        String json =
                """
                {"host":"%s","probe":"sampler","run":"%s","sequence":1,"time":"%s","version":"%s"}\
                """
                        .formatted(
                                host,
                                UUID.randomUUID(),
                                events.minute.plusSeconds(second),
                                version);
        events.send(Topic.HOSTS, host + "/sampler", json.getBytes(UTF_8));
    }

    /** The versions that are kept, once the newest and so all before is there. */
    private List<String> described(String host, int version) {
        String versions =
                """
                select document ->> 'version' from host_inventory i join host h on h.id = i.host_id
                where name = '%s' order by since
                """
                        .formatted(host);
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> stored.strings(versions).getLast().equals("" + version));
        return stored.strings(versions);
    }

    @Test
    void annotationsAreAsTheirNewestRecordsSay() {
        annotate("a", "{'id':'a','time':'2026-03-01T12:00:00Z','text':'1'}");
        annotate(
                "a",
                "{'id':'a','time':'2026-03-01T12:00:00Z','text':'2\\u0000','tags':['t'],'hosts':['web-1']}");
        annotate("b", "{'id':'b','time':'2026-03-01T12:00:00Z','text':'3'}");
        events.send(Topic.ANNOTATIONS, "b", null);
        events.send(Topic.ANNOTATIONS, "never there", null);
        annotate("c", "{'id':'d','time':'2026-03-01T12:00:00Z','text':'4'}");
        annotate(
                "e",
                "{'id':'e','time':'2026-03-01T12:00:00Z','until':'+999999999-01-01T00:00:00Z','text':'5'}");
        await().atMost(LONG)
                .untilAsserted(() -> {
                    assertThat(persister.balance(Topic.ANNOTATIONS).stored()).isEqualTo(4);
                    assertThat(persister.balance(Topic.ANNOTATIONS).deadLettered()).isEqualTo(3);
                });
        assertThat(persister.balance(Topic.ANNOTATIONS).isExact()).isTrue();
        assertThat(stored.strings("select id || text || tags::text || hosts::text from annotation"))
                .containsExactly("a2\ufffd{t}{web-1}");
    }

    private void annotate(String key, String json) {
        events.send(Topic.ANNOTATIONS, key, json.replace('\'', '"').getBytes(UTF_8));
    }

    @Test
    void whatAnOperatorLooksAtIsThere() {
        events.send("looked-at", 1, 2);
        stored.await("looked-at", 2);
        assertThat(persister.prometheus())
                .contains("perfwatch_persister_behind_seconds{topic=\"perfwatch.system.v1\"}")
                .contains("perfwatch_persister_open_packs")
                .contains("perfwatch_persister_open_bytes")
                .contains("perfwatch_persister_rollup_delay_seconds")
                .containsPattern("perfwatch_persister_flush_seconds_count [1-9]")
                .containsPattern("perfwatch_persister_written_bytes_total [1-9]");
    }

    private List<String> series(String host) {
        return stored.strings(
                "select value::text from perfwatch_series('%s', 'cpu.utilization', '%s', '%s')"
                        .formatted(host, events.minute, events.minute.plusSeconds(60)));
    }
}
