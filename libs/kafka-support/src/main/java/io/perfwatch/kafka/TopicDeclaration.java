package io.perfwatch.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing, as soon as a broker answers; the service starts meanwhile.
 * Topics that exist are left as they are: their partitions decide where a host's events are, and
 * their settings are the operator's.
 */
public final class TopicDeclaration implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicDeclaration.class);

    private final Map<String, Object> connection;
    private final List<NewTopic> topics;
    private final CompletableFuture<Void> declared = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;
    private String told = "";

    TopicDeclaration(Map<String, Object> connection, List<NewTopic> topics) {
        this.connection = Map.copyOf(connection);
        this.topics = List.copyOf(topics);
    }

    /** Done once all topics are known to exist. */
    public CompletableFuture<Void> declared() {
        return declared.copy();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("topic-declaration").start(this::declare);
        }
    }

    private void declare() {
        try {
            while (!declared.isDone() && stopped.getCount() > 0) {
                try (Admin admin = Admin.create(connection)) {
                    declare(admin);
                } catch (KafkaException e) {
                    // A name that does not resolve: a Kafka in Kubernetes has none before it is
                    // ready.
                    tell(topics.size(), String.valueOf(e.getCause()));
                    awaitNext();
                }
            }
        } catch (InterruptedException e) {
            log.debug("stopped", e);
        }
    }

    private void declare(Admin admin) throws InterruptedException {
        boolean going = true;
        while (going) {
            List<String> problems = create(admin);
            if (problems.isEmpty()) {
                declared.complete(null);
                log.info("all {} topics are there", topics.size());
                going = false;
            } else {
                tell(problems.size(), problems.getFirst());
                going = !awaitNext();
            }
        }
    }

    private void tell(int missing, String problem) {
        if (!problem.equals(told)) {
            told = problem;
            log.warn("{} topics are not there yet: {}", missing, problem);
        }
    }

    /** Whether it was stopped meanwhile. */
    private boolean awaitNext() throws InterruptedException {
        return stopped.await(1, TimeUnit.SECONDS);
    }

    /** A service that may not create topics finds those that an operator made. */
    private List<String> create(Admin admin) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(topics.stream().map(NewTopic::name).toList())
                        .topicNameValues();
        List<NewTopic> missing = new ArrayList<>();
        for (NewTopic topic : topics) {
            Throwable failure = failure(found.get(topic.name()));
            if (failure instanceof UnknownTopicOrPartitionException) {
                missing.add(topic);
            } else if (failure != null) {
                problems.add(topic.name() + ": " + failure);
            }
        }
        for (var created : admin.createTopics(missing).values().entrySet()) {
            Throwable failure = failure(created.getValue());
            if (failure != null && !(failure instanceof TopicExistsException)) {
                problems.add(created.getKey() + ": " + failure);
            }
        }
        return problems;
    }

    private static @Nullable Throwable failure(@Nullable KafkaFuture<?> future)
            throws InterruptedException {
        try {
            Objects.requireNonNull(future).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** Before the consumers, which only look for new topics now and then. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
