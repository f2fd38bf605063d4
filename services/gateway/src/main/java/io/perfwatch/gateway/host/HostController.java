package io.perfwatch.gateway.host;

import io.perfwatch.gateway.feed.Publisher;
import io.perfwatch.gateway.web.HostParameter;
import io.perfwatch.gateway.web.NotKnownException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The hosts, for a list and for the head of a page. */
@RestController
@RequestMapping("/api/v1/hosts")
class HostController {
    private final Hosts hosts;
    private final Publisher publisher;

    HostController(Hosts hosts, Publisher publisher) {
        this.hosts = hosts;
        this.publisher = publisher;
    }

    /**
     * By name, but for those that have been silent for long.
     *
     * @param host name, may be repeated; default all
     */
    @GetMapping
    List<HostView> hosts(@RequestParam(required = false) @Nullable List<String> host) {
        if (host == null) {
            return hosts.shown();
        }
        host.forEach(HostParameter::check);
        return hosts.shown().stream().filter(view -> host.contains(view.host())).toList();
    }

    @GetMapping("/{host}")
    HostView host(@PathVariable String host) {
        return hosts.named(host)
                .orElseThrow(() -> new NotKnownException("No host of this name ever reported."));
    }

    /** All that is kept of it goes; if it goes on reporting, it is a new one. */
    @DeleteMapping("/{host}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetHost(@PathVariable String host) {
        host(host).tombstones().forEach(publisher::publish);
    }
}
