package io.perfwatch.gateway.annotation;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.HostParameter;
import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.Annotation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deploys, incidents and the like, to be drawn beside the metrics. */
@RestController
@RequestMapping("/api/v1/annotations")
class AnnotationController {
    private final Annotations annotations;
    private final Clock clock;

    AnnotationController(Annotations annotations, Clock clock) {
        this.annotations = annotations;
        this.clock = clock;
    }

    /**
     * Those that touch the range and concern one of the hosts, by time; of too many the newest.
     *
     * @param host name, may be repeated; default any
     * @param from RFC 3339 or epoch milliseconds, inclusive; default an hour before {@code to}
     * @param to the same, exclusive; default now
     */
    @GetMapping
    Annotations.FoundAnnotations annotations(
            @RequestParam(required = false) @Nullable List<String> host,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        List<String> hosts = host == null ? List.of() : host;
        hosts.forEach(HostParameter::check);
        return annotations.find(hosts, TimeRange.read(from, to, clock));
    }

    /** Adds one, or replaces that of the id. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Annotation annotate(@Valid @RequestBody NewAnnotation annotation) {
        return annotations.publish(annotation.read(clock));
    }

    /** Takes it back, if it is there. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id) {
        if (!Annotation.isId(id)) {
            throw new BadQuestionException("id must be that of an annotation");
        }
        annotations.forget(id);
    }
}
