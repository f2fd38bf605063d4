import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.SystemEvent;
import io.perfwatch.metric.Topic;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints each tick in which a host's CPU was busier than a limit, and what was lost. */
class BusyHosts {
    private static final String TOPIC = "perfwatch.system.v1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final double limit;
    private final Map<String, Long> newest = new HashMap<>();

    BusyHosts(double limit) {
        this.limit = limit;
    }

    public static void main(String[] arguments) {
        Map<String, String> set = System.getenv();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", set.getOrDefault("KAFKA", "127.0.0.1:8421"));
        var hosts = new BusyHosts(Double.parseDouble(set.getOrDefault("LIMIT", "0.9")));
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            hosts.follow(consumer, set.containsKey("UNTIL_END"));
        }
    }

    /** Without a group: every partition from its beginning, which is a day ago. */
    private void follow(KafkaConsumer<String, byte[]> consumer, boolean untilEnd) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!untilEnd || partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var event = (SystemEvent) EventJson.read(Topic.SYSTEM, record.value());
        String run = event.host() + " " + event.probe() + " " + event.run();
        long last = Objects.requireNonNullElse(newest.get(run), event.sequence() - 1);
        if (event.sequence() <= last) {
            return; // seen before
        }
        newest.put(run, event.sequence());
        if (event.sequence() > last + 1) {
            System.out.println(event.host() + " lost " + (event.sequence() - last - 1));
        }
        Double utilization = event.cpu() == null ? null : event.cpu().utilization();
        if (utilization != null && utilization > limit) {
            System.out.println(event.host() + " " + TIME.format(event.time()) + " cpu " + utilization);
        }
    }
}
