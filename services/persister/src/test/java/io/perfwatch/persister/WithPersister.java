package io.perfwatch.persister;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** For tests that share a persister; each has hosts of its own. */
@ExtendWith(Infrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithPersister {
    static final Duration LONG = Duration.ofSeconds(60);

    Broker broker;
    Database database;
    Sql sql;
    Stored stored;
    Persister persister;
    Events events;

    @BeforeAll
    void start(Broker broker, Database database) {
        this.broker = broker;
        this.database = database;
        sql = new Sql(database);
        stored = new Stored(sql);
        persister = Persister.start(broker, database);
        events = new Events(broker);
    }

    @AfterAll
    void stop() {
        events.close();
        persister.close();
    }
}
