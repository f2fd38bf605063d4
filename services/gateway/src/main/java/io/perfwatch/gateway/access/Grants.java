package io.perfwatch.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions and tokens still hold, whichever replica ended them. */
@Component
@WithUsers
final class Grants {
    private final JdbcClient jdbc;
    private final Clock clock;

    Grants(AccessDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Those of {@code grants} that hold no longer. */
    Set<Grant> ended(Set<Grant> grants) {
        Instant now = clock.instant();
        Set<Grant> ended = new HashSet<>(grants);
        ended.removeAll(
                living(
                        "select session_id from spring_session"
                                + " where session_id = any(?) and expiry_time > ?",
                        sessions(grants),
                        now.toEpochMilli(),
                        id -> new Grant.Session(id.strip())));
        ended.removeAll(
                living(
                        "select id::text from token where id::text = any(?) and expires > ?",
                        tokens(grants),
                        java.sql.Timestamp.from(now),
                        Grant.Token::new));
        return ended;
    }

    private Set<Grant> living(
            String sql, List<String> ids, Object now, Function<String, Grant> grant) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql(sql)
                                .params(ids.toArray(String[]::new), now)
                                .query((row, _) -> grant.apply(row.getString(1)))
                                .list());
    }

    private static List<String> sessions(Set<Grant> grants) {
        return grants.stream()
                .filter(Grant.Session.class::isInstance)
                .map(grant -> ((Grant.Session) grant).id())
                .toList();
    }

    private static List<String> tokens(Set<Grant> grants) {
        return grants.stream()
                .filter(Grant.Token.class::isInstance)
                .map(grant -> ((Grant.Token) grant).id())
                .toList();
    }
}
