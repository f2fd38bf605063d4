package io.perfwatch.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set of the gateway.
 *
 * @param allowedHosts names besides loopback's under which a browser may ask (the {@code Host}
 *     header, without the port); default none
 * @param allowedOrigins origins besides the page's own whose pages may open a WebSocket and change
 *     something; default none
 * @param softHeapLimit what the heap takes beyond it for a moment is given back; default 0: as the
 *     JVM likes. Only of use with the serial collector and a hard limit above it
 */
@ConfigurationProperties("perfwatch.gateway")
public record GatewayProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("0") DataSize softHeapLimit,
        @DefaultValue Access access,
        @DefaultValue Recent recent,
        @DefaultValue Live live,
        @DefaultValue Hosts hosts,
        @DefaultValue History history,
        @DefaultValue Prometheus prometheus) {
    public GatewayProperties {
        new Setting("allowed-hosts").areThere(allowedHosts);
        new Setting("allowed-origins").areThere(allowedOrigins);
    }

    /**
     * Who may log in. Without users nobody has to, and the gateway listens on loopback only.
     *
     * @param users with {@code name}, {@code role} (viewer or operator) and the {@code password} as
     *     {@code ./perfwatch hash-password} prints it; default none
     * @param usersFile path of a file with a line for each further user, {@code NAME ROLE HASH};
     *     default none
     * @param sessionTimeout a login ends when nothing was asked for so long; default 12 hours
     */
    public record Access(
            @DefaultValue List<User> users,
            @DefaultValue("") String usersFile,
            @DefaultValue("12h") Duration sessionTimeout,
            @DefaultValue Database database) {
        public Access {
            new Setting("access.session-timeout").isAtLeast(Duration.ofMinutes(1), sessionTimeout);
        }

        /** See {@link Access}. */
        public record User(String name, String role, String password) {
            public User {
                new Setting("access.users.name").isThere(name);
                new Setting("access.users.role").isThere(role);
                new Setting("access.users.password").isThere(password);
            }

            @Override
            public String toString() {
                return "User[" + name + ", " + role + "]";
            }
        }

        /**
         * Where sessions and tokens are kept: in the database of the samples, in a schema of their
         * own.
         *
         * @param username default {@code perfwatch_access}
         * @param password default none
         */
        public record Database(
                @DefaultValue("perfwatch_access") String username,
                @DefaultValue("") String password) {
            @Override
            public String toString() {
                return "Database[" + username + "]";
            }
        }
    }

    /**
     * What is kept in memory.
     *
     * @param size compressed events and the newest of each family, 1 MiB to 4 GiB; default 64 MiB
     * @param window how far back it is filled from Kafka at the start; default 15 minutes
     */
    public record Recent(
            @DefaultValue("64MB") DataSize size, @DefaultValue("15m") Duration window) {
        public Recent {
            long mebibytes = size.toMegabytes();
            if (mebibytes < 1 || mebibytes > 4096) {
                throw new IllegalArgumentException(
                        "perfwatch.gateway.recent.size must be 1MB to 4GB, was " + size);
            }
            new Setting("recent.window")
                    .isWithin(Duration.ofSeconds(1), Duration.ofHours(24), window);
        }
    }

    /**
     * The WebSocket's limits.
     *
     * @param maxConnections beyond it a client is told to try again later; default 2000
     * @param maxMessageBytes of what a client may send at once; default 16384
     * @param maxHosts names in one subscription; default 1000
     * @param maxBadMessages not understood within one connection, before it is closed; default 5
     * @param maxMessagesPerMinute from one client; default 120
     * @param queueLength events that wait for one client before it is conflated; default 512
     * @param maxReplay longest {@code replaySeconds}; default 1 hour
     * @param sendTimeout a client that takes nothing for so long is closed; default 10 s
     * @param pingInterval default 20 s
     * @param idleTimeout a client that does not even answer pings is closed; default 60 s
     */
    public record Live(
            @DefaultValue("2000") int maxConnections,
            @DefaultValue("16384") int maxMessageBytes,
            @DefaultValue("1000") int maxHosts,
            @DefaultValue("5") int maxBadMessages,
            @DefaultValue("120") int maxMessagesPerMinute,
            @DefaultValue("512") int queueLength,
            @DefaultValue("1h") Duration maxReplay,
            @DefaultValue("10s") Duration sendTimeout,
            @DefaultValue("20s") Duration pingInterval,
            @DefaultValue("60s") Duration idleTimeout) {
        private static final Duration SHORT = Duration.ofMillis(100);

        public Live {
            new Setting("live.max-connections").isWithin(1, 100_000, maxConnections);
            new Setting("live.max-message-bytes").isWithin(256, 1_048_576, maxMessageBytes);
            new Setting("live.max-hosts").isWithin(1, 100_000, maxHosts);
            new Setting("live.max-bad-messages").isWithin(1, 1000, maxBadMessages);
            new Setting("live.max-messages-per-minute").isWithin(1, 100_000, maxMessagesPerMinute);
            new Setting("live.queue-length").isWithin(1, 100_000, queueLength);
            new Setting("live.max-replay").isAtLeast(Duration.ZERO, maxReplay);
            new Setting("live.send-timeout").isAtLeast(SHORT, sendTimeout);
            new Setting("live.ping-interval").isAtLeast(SHORT, pingInterval);
            new Setting("live.idle-timeout").isAtLeast(SHORT, idleTimeout);
        }
    }

    /**
     * When a silent host is called what.
     *
     * @param lateAfter no event for so long: late; default 5 s
     * @param goneAfter no event for so long: gone; default 60 s
     * @param hiddenAfter no event for so long: not in the list any more; default 7 days
     */
    public record Hosts(
            @DefaultValue("5s") Duration lateAfter,
            @DefaultValue("60s") Duration goneAfter,
            @DefaultValue("7d") Duration hiddenAfter) {
        public Hosts {
            new Setting("hosts.late-after").isAtLeast(Duration.ofSeconds(1), lateAfter);
            new Setting("hosts.gone-after").isAtLeast(Duration.ofSeconds(1), goneAfter);
            new Setting("hosts.hidden-after").isAtLeast(Duration.ofSeconds(1), hiddenAfter);
        }
    }

    /**
     * How much one question may ask for.
     *
     * @param maxPoints a series; default 5000
     * @param maxSeries in one answer, wildcards expanded; default 500
     * @param maxRange between from and to; default 3660 days
     * @param maxExports at once; more are told to come again; default 2
     */
    public record History(
            @DefaultValue("5000") int maxPoints,
            @DefaultValue("500") int maxSeries,
            @DefaultValue("3660d") Duration maxRange,
            @DefaultValue("2") int maxExports) {
        public History {
            new Setting("history.max-points").isWithin(10, 100_000, maxPoints);
            new Setting("history.max-series").isWithin(1, 100_000, maxSeries);
            new Setting("history.max-range").isAtLeast(Duration.ofMinutes(1), maxRange);
            new Setting("history.max-exports").isWithin(1, 100, maxExports);
        }
    }

    /**
     * How much one scrape may ask for.
     *
     * @param maxSeries default 50000
     */
    public record Prometheus(@DefaultValue("50000") int maxSeries) {
        public Prometheus {
            new Setting("prometheus.max-series").isWithin(1, 1_000_000, maxSeries);
        }
    }
}
