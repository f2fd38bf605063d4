package io.perfwatch.gateway.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A host as the database knows it.
 *
 * @param lastSeen when the broker took its newest stored event; absent if it only told what it is
 * @param described since when what a probe said last holds, or when the host was seen first
 * @param probes what each probe said last, as a JSON array; absent if none did
 */
@Table("host")
record StoredHost(
        @Id int id,
        String name,
        @Nullable Instant lastSeen,
        Instant described,
        @Nullable String probes) {

    /** When anything was heard of it. */
    Instant lastHeard() {
        return lastSeen == null ? described : lastSeen;
    }
}
