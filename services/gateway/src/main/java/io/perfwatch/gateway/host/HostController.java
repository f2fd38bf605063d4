package io.perfwatch.gateway.host;

import io.perfwatch.gateway.web.NotKnownException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hosts, for a list and for the head of a page. */
@RestController
@RequestMapping("/api/v1/hosts")
class HostController {
    private final Hosts hosts;

    HostController(Hosts hosts) {
        this.hosts = hosts;
    }

    @GetMapping
    List<HostView> hosts() {
        return hosts.all();
    }

    @GetMapping("/{host}")
    HostView host(@PathVariable String host) {
        return hosts.named(host)
                .orElseThrow(() -> new NotKnownException("No host of this name ever reported."));
    }
}
