package io.perfwatch.gateway.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A host as the database knows it.
 *
 * @param lastSeen when the broker took its newest stored event; absent if it only told what it is
 * @param probes what each probe said last, as a JSON array; absent if none did
 */
@Table("host")
record StoredHost(@Id int id, String name, @Nullable Instant lastSeen, @Nullable String probes) {}
