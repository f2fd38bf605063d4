package io.perfwatch.bench.dlt;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends letters to where they came from, once. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Sends each dead letter to its topic again, as it came. What is still bad becomes a dead letter anew.",
            "A letter is sent once: the next call goes on behind it. What is stored already is not stored twice.",
            "Exit code 1 if some could not be sent since not all of them was kept."
        })
final class RedriveCommand implements Callable<Integer> {
    @Mixin private final Letters letters = new Letters();

    @Spec private @Nullable CommandSpec spec;
    private final List<Future<?>> sent = new ArrayList<>();
    private long incomplete;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = letters.settings();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            letters.unfinished(letter -> send(producer, letter), this::awaitAll);
        }
        say(
                "%d sent again, %d not, since not all of them was kept"
                        .formatted(sent.size(), incomplete));
        return incomplete == 0 ? 0 : 1;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Letter letter) {
        if (letter.canBeRedriven()) {
            sent.add(producer.send(letter.original()));
        } else {
            incomplete++;
        }
    }

    private void awaitAll() {
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException("not all could be sent; the next call begins again", e);
        }
    }

    private void say(String line) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }
}
