package io.perfwatch.gateway.process;

import io.perfwatch.gateway.web.HostParameter;
import io.perfwatch.gateway.web.NotKnownException;
import io.perfwatch.gateway.web.TimeRange;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The top processes then. */
@RestController
class ProcessController {
    private final ProcessSnapshots snapshots;
    private final Clock clock;

    ProcessController(ProcessSnapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * As they were last looked at, at most a minute before.
     *
     * @param host name
     * @param at RFC 3339 or epoch milliseconds, inclusive; default now
     */
    @GetMapping("/api/v1/processes")
    ProcessSnapshot processes(
            @RequestParam String host, @RequestParam(required = false) @Nullable String at) {
        Instant then = at == null ? clock.instant() : TimeRange.instant("at", at);
        return snapshots
                .at(HostParameter.check(host), then)
                .orElseThrow(() ->
                        new NotKnownException(
                                "Nobody looked at the processes of that host in the minute before."));
    }
}
