package io.perfwatch.gateway;

import io.perfwatch.gateway.access.TestUsers;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * The servers and gateways that the test classes of a JVM share, for starting them costs more than
 * most tests. Nobody clears them: each class has hosts of its own names, and what needs other
 * settings starts a gateway of its own.
 */
public final class Stack implements AutoCloseable {
    private static final String[] SMALL_LIMITS = {
        "history.max-series=3", "prometheus.max-series=40"
    };

    private final Broker broker;
    private final Database database;
    private final Schema schema;
    private final Map<String, RunningGateway> gateways = new LinkedHashMap<>();

    Stack(Broker broker, Database database) {
        this.broker = broker;
        this.database = database;
        broker.clear();
        database.clear();
        schema = new Schema(database);
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    public Broker broker() {
        return broker;
    }

    public Database database() {
        return database;
    }

    /** The persister's tables. */
    public Schema schema() {
        return schema;
    }

    /** Without users; three series at most in one history, forty in one scrape. */
    public RunningGateway open() {
        return shared("open", () -> start(SMALL_LIMITS));
    }

    /** Another of the same. */
    public RunningGateway openReplica() {
        return shared("open replica", () -> start(SMALL_LIMITS));
    }

    /** With those of {@link TestUsers}. */
    public RunningGateway withUsers() {
        return shared("with users", () -> start(TestUsers.settings()));
    }

    /** Another of the same. */
    public RunningGateway withUsersReplica() {
        return shared("replica with users", () -> start(TestUsers.settings()));
    }

    /** Its own: whoever starts it closes it. */
    public RunningGateway start(String... settings) {
        return RunningGateway.start(broker, database, settings);
    }

    private synchronized RunningGateway shared(String name, Supplier<RunningGateway> start) {
        return gateways.computeIfAbsent(name, _ -> start.get());
    }

    @Override
    public void close() {
        gateways.values().forEach(RunningGateway::close);
        schema.close();
    }
}
