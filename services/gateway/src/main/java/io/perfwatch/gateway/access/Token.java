package io.perfwatch.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token, without the token itself.
 *
 * @param name what it is for
 * @param hosts all that it may ask about; empty: every host
 * @param created when it was made
 * @param expires from then on it is refused
 * @param lastUsed to the minute; absent if never
 */
record Token(
        UUID id,
        String name,
        Role role,
        List<String> hosts,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed) {}
