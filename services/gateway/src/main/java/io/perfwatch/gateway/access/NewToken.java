package io.perfwatch.gateway.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall be good for.
 *
 * @param name what it is for, 1 to 100 printable characters
 * @param expiresInSeconds one minute to one year
 * @param hosts all that it may ask about, at most 100; absent or empty: every host
 */
record NewToken(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,
        @NotNull Role role,
        @Min(60) @Max(31_536_000) long expiresInSeconds,
        @Nullable @Size(max = 100)
                List<@NotNull @Pattern(regexp = "[a-z0-9._-]{1,253}") String> hosts) {

    List<String> scope() {
        return hosts == null ? List.of() : List.copyOf(hosts);
    }

    Duration life() {
        return Duration.ofSeconds(expiresInSeconds);
    }
}
