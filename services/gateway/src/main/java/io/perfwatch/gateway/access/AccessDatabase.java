package io.perfwatch.gateway.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.perfwatch.gateway.GatewayProperties;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the gateway itself keeps: sessions and tokens, in a schema and with a role of their own. The
 * pool is no bean, so nothing that reads samples can come by it.
 */
@Component
@WithUsers
final class AccessDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccessDatabase.class);
    private static final String SCHEMA = "access";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HikariDataSource pool;
    private final Thread preparing;

    AccessDatabase(JdbcConnectionDetails database, GatewayProperties properties) {
        pool = new HikariDataSource(config(database.getJdbcUrl(), properties.access().database()));
        preparing = Thread.ofVirtual().name("access-tables").start(this::prepare);
    }

    private static HikariConfig config(String url, GatewayProperties.Access.Database login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("access");
        config.setJdbcUrl(url);
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "perfwatch-gateway-access");
        config.addDataSourceProperty("options", "-c statement_timeout=5000");
        return config;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** The database may be away while the gateway starts: then the tables come when it is back. */
    private void prepare() {
        boolean done = false;
        while (!done && !Thread.currentThread().isInterrupted()) {
            done = migrate();
        }
    }

    private boolean migrate() {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(SCHEMA)
                    .locations("classpath:db/access")
                    .load()
                    .migrate();
            return true;
        } catch (FlywayException e) {
            log.warn("the tables of sessions and tokens are not there yet: {}", e.getMessage());
            pause();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        preparing.interrupt();
        pool.close();
    }
}
