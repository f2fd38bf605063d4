package io.perfwatch.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set of the gateway.
 *
 * @param allowedHosts names besides loopback's under which a browser may ask (the {@code Host}
 *     header, without the port); default none
 * @param allowedOrigins origins besides the page's own whose pages may open a WebSocket and change
 *     something; default none
 */
@Validated
@ConfigurationProperties("perfwatch.gateway")
public record GatewayProperties(
        @DefaultValue List<@NotBlank String> allowedHosts,
        @DefaultValue List<@NotBlank String> allowedOrigins,
        @Valid @DefaultValue Access access,
        @Valid @DefaultValue Recent recent,
        @Valid @DefaultValue Live live,
        @Valid @DefaultValue Hosts hosts,
        @Valid @DefaultValue History history,
        @Valid @DefaultValue Prometheus prometheus) {

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
            @DefaultValue List<@Valid User> users,
            @DefaultValue("") String usersFile,
            @DurationMin(minutes = 1) @DefaultValue("12h") Duration sessionTimeout,
            @Valid @DefaultValue Database database) {

        /** See {@link Access}. */
        public record User(
                @NotBlank String name, @NotBlank String role, @NotBlank String password) {
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
     * @param size compressed events, 1 MiB to 4 GiB; default 64 MiB
     * @param window how far back it is filled from Kafka at the start; default 15 minutes
     */
    public record Recent(
            @DefaultValue("64MB") DataSize size,
            @DurationMin(seconds = 1) @DurationMax(hours = 24) @DefaultValue("15m")
                    Duration window) {
        public Recent {
            long mebibytes = size.toMegabytes();
            if (mebibytes < 1 || mebibytes > 4096) {
                throw new IllegalArgumentException(
                        "perfwatch.gateway.recent.size must be 1MB to 4GB, was " + size);
            }
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
            @Min(1) @Max(100_000) @DefaultValue("2000") int maxConnections,
            @Min(256) @Max(1_048_576) @DefaultValue("16384") int maxMessageBytes,
            @Min(1) @Max(100_000) @DefaultValue("1000") int maxHosts,
            @Min(1) @Max(1000) @DefaultValue("5") int maxBadMessages,
            @Min(1) @Max(100_000) @DefaultValue("120") int maxMessagesPerMinute,
            @Min(1) @Max(100_000) @DefaultValue("512") int queueLength,
            @DurationMin(seconds = 0) @DefaultValue("1h") Duration maxReplay,
            @DurationMin(millis = 100) @DefaultValue("10s") Duration sendTimeout,
            @DurationMin(millis = 100) @DefaultValue("20s") Duration pingInterval,
            @DurationMin(millis = 100) @DefaultValue("60s") Duration idleTimeout) {}

    /**
     * When a silent host is called what.
     *
     * @param lateAfter no event for so long: late; default 5 s
     * @param goneAfter no event for so long: gone; default 60 s
     * @param hiddenAfter no event for so long: not in the list any more; default 7 days
     */
    public record Hosts(
            @DurationMin(seconds = 1) @DefaultValue("5s") Duration lateAfter,
            @DurationMin(seconds = 1) @DefaultValue("60s") Duration goneAfter,
            @DurationMin(seconds = 1) @DefaultValue("7d") Duration hiddenAfter) {}

    /**
     * How much one question may ask for.
     *
     * @param maxPoints a series; default 5000
     * @param maxSeries in one answer, wildcards expanded; default 500
     * @param maxRange between from and to; default 3660 days
     * @param maxExports at once; more are told to come again; default 2
     */
    public record History(
            @Min(10) @Max(100_000) @DefaultValue("5000") int maxPoints,
            @Min(1) @Max(100_000) @DefaultValue("500") int maxSeries,
            @DurationMin(minutes = 1) @DefaultValue("3660d") Duration maxRange,
            @Min(1) @Max(100) @DefaultValue("2") int maxExports) {}

    /**
     * How much one scrape may ask for.
     *
     * @param maxSeries default 50000
     */
    public record Prometheus(@Min(1) @Max(1_000_000) @DefaultValue("50000") int maxSeries) {}
}
