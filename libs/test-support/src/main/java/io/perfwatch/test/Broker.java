package io.perfwatch.test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;

/** A Kafka broker of one test JVM. Its address and its data stay over {@link #stop}. */
public interface Broker extends AutoCloseable {
    /** {@code host:port}. */
    String bootstrapServers();

    /** Orderly; nothing if it is stopped. */
    void stop();

    /** Returns when it answers; nothing if it runs. */
    void start();

    /** Without a word, as {@code kill -9} does it. */
    void kill();

    /** For good: its data is gone too. */
    @Override
    void close();

    default Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Starts it if need be, and removes all topics and groups. */
    default void clear() {
        start();
        try (Admin admin = admin()) {
            Set<String> groups =
                    admin.listGroups().all().get().stream()
                            .map(GroupListing::groupId)
                            .collect(Collectors.toSet());
            admin.deleteConsumerGroups(groups).all().get();
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            awaitNoTopics(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not clear the broker", e);
        }
    }

    /** The controller has deleted them; the broker that is asked hears of it a little later. */
    private static void awaitNoTopics(Admin admin) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        while (!admin.listTopics().names().get().isEmpty()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                throw new IllegalStateException("topics are still there 30 s after their deletion");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
