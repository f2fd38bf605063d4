package io.perfwatch.gateway.access;

import io.perfwatch.gateway.web.NotKnownException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API tokens. 256 random bits need no slow hash, and no throttle: nobody guesses one. */
@Component
@WithUsers
final class Tokens {
    private static final int BYTES = 32;
    private static final String PREFIX = "perfwatch_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int LIMIT = 1000;
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(AccessDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Newest first, the expired ones of the last 30 days too. */
    List<Token> all() {
        return jdbc.sql("select * from token order by created desc, id").query(Tokens::row).list();
    }

    /**
     * @throws TooManyTokensException beyond 1000
     */
    CreatedToken create(NewToken wanted, String user) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return jdbc.sql(
                        """
                        insert into token (id, name, role, hosts, hash, created_by, created, expires)
                        select ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from token) < ?
                        returning *
                        """)
                .params(
                        UUID.randomUUID(),
                        wanted.name(),
                        wanted.role().word(),
                        wanted.scope().toArray(String[]::new),
                        Digest.of(text),
                        user,
                        timestamp(clock.instant()),
                        timestamp(clock.instant().plus(wanted.life())),
                        LIMIT)
                .query(Tokens::row)
                .optional()
                .map(token -> new CreatedToken(token, text))
                .orElseThrow(TooManyTokensException::new);
    }

    /**
     * @throws NotKnownException if there is none with that id
     */
    void revoke(UUID id) {
        if (jdbc.sql("delete from token where id = ?").param(id).update() == 0) {
            throw new NotKnownException("There is no token with this id.");
        }
    }

    /** Who comes with this token; null if it is none, expired or revoked. */
    @Nullable Caller find(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        Token token =
                jdbc.sql("select * from token where hash = ? and expires > ?")
                        .params(Digest.of(text), timestamp(clock.instant()))
                        .query(Tokens::row)
                        .optional()
                        .orElse(null);
        if (token == null) {
            return null;
        }
        used(token);
        Grant grant = new Grant.Token(token.id().toString());
        return new Caller(token.name(), token.role(), grant, Set.copyOf(token.hosts()));
    }

    private void used(Token token) {
        Instant minuteAgo = clock.instant().minus(Duration.ofMinutes(1));
        if (token.lastUsed() == null || token.lastUsed().isBefore(minuteAgo)) {
            jdbc.sql("update token set last_used = ? where id = ?")
                    .params(timestamp(clock.instant()), token.id())
                    .update();
        }
    }

    void forgetLongExpired() {
        jdbc.sql("delete from token where expires < ?")
                .param(timestamp(clock.instant().minus(KEPT_AFTER_EXPIRY)))
                .update();
    }

    private static Token row(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.of(row.getString("role")),
                List.of((String[]) row.getArray("hosts").getArray()),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("expires").toInstant(),
                instant(row.getTimestamp("last_used")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.from(time);
    }
}
