package io.perfwatch.persister;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** For tests that start persisters as they need them; each finds the servers empty. */
@ExtendWith(Infrastructure.class)
abstract class WithServers {
    static final Duration LONG = Duration.ofSeconds(90);

    final Broker broker;
    final Database database;
    final Sql sql;
    final Stored stored;

    WithServers(Broker broker, Database database) {
        this.broker = broker;
        this.database = database;
        this.sql = new Sql(database);
        this.stored = new Stored(sql);
    }

    @BeforeEach
    void empty() {
        broker.clear();
        database.clear();
    }
}
