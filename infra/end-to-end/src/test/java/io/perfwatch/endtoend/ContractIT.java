package io.perfwatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other systems get from a running system. */
@Order(2)
@ExtendWith(SharedPerfWatch.class)
@TestInstance(Lifecycle.PER_CLASS)
class ContractIT {

    private final PerfWatch perfwatch;

    ContractIT(PerfWatch perfwatch) {
        this.perfwatch = perfwatch;
    }

    @ParameterizedTest
    @ValueSource(strings = {"perfwatch.system.v1", "perfwatch.counters.v1", "perfwatch.hosts.v1"})
    void topic_isReadByAnyKafkaClient(String topic) {
        TopicReader.countWhenThereAre(perfwatch, topic, 1);
        List<ConsumerRecord<String, String>> records = TopicReader.all(perfwatch, topic);
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> {
                    assertThat(record.key()).isNotBlank();
                    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
                    assertThat(header(record, "ce_type")).isEqualTo(topic);
                    assertThat(header(record, "ce_id")).contains("/" + topic + "/");
                    assertThat(header(record, "content-type")).isEqualTo("application/json");
                });
    }

    @Test
    void packs_areReadBySql() {
        Waiting.patiently()
                .ignoreExceptions()
                .until(() -> !Stored.samples(perfwatch, "perfwatch.system.v1", "cpu").isEmpty());
    }

    @Test
    void reader_cannotWrite() throws SQLException {
        try (var connection = perfwatch.connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select has_table_privilege('pack_raw', 'insert,update,delete')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void passwords_areOnNoCommandLine() throws IOException {
        String secret = perfwatch.read("secrets/perfwatch_persister");
        assertThat(perfwatch.processes())
                .extracting(process -> process.info().commandLine().orElse(""))
                .noneMatch(line -> line.contains(secret));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElse("");
    }
}
