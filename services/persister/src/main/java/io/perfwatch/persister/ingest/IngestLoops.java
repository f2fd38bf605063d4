package io.perfwatch.persister.ingest;

import io.perfwatch.kafka.DeadLetters;
import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.account.Accounts;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.retention.Retention;
import io.perfwatch.persister.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The threads that ingest; Kafka spreads the partitions over them, as over several persisters. */
@Component
class IngestLoops implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final List<IngestLoop> loops;

    IngestLoops(
            ConsumerFactory<byte[], byte[]> consumers,
            TopicDeclaration topics,
            DeadLetters deadLetters,
            Storage storage,
            Accounts accounts,
            PersisterProperties properties,
            Retention retention,
            ForgottenHosts forgotten,
            IngestStatus status,
            Clock clock) {
        Letterbox letterbox = new Letterbox(deadLetters, new RejectedRecords(consumers));
        CompletableFuture<Void> ready =
                CompletableFuture.allOf(topics.declared(), retention.known(), forgotten.known());
        this.loops =
                IntStream.range(0, properties.threads())
                        .mapToObj(number ->
                                new IngestLoop(
                                        Integer.toString(number),
                                        consumers,
                                        ready,
                                        new Ingest(
                                                storage,
                                                accounts,
                                                letterbox,
                                                properties,
                                                retention,
                                                status,
                                                clock),
                                        status,
                                        clock))
                        .toList();
    }

    @Override
    public void start() {
        loops.forEach(IngestLoop::start);
    }

    @Override
    public void stop() {
        loops.forEach(IngestLoop::stop);
        try {
            for (IngestLoop loop : loops) {
                loop.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(IngestLoop::isAlive);
    }
}
