package io.perfwatch.gateway.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What was, of any hosts and metrics, in as many points as a chart has. */
@RestController
class HistoryController {
    private final QuestionReader reader;
    private final Histories histories;
    private final AnswerMemory memory;

    HistoryController(QuestionReader reader, Histories histories, AnswerMemory memory) {
        this.reader = reader;
        this.histories = histories;
        this.memory = memory;
    }

    /**
     * @param host name, may be repeated
     * @param metric path, wildcards allowed, may be repeated
     * @param from RFC 3339 or epoch milliseconds, inclusive; default an hour before {@code to}
     * @param to the same, exclusive; default now
     * @param points at most so many a series; default 1200
     */
    @GetMapping("/api/v1/history")
    History history(
            @RequestParam List<String> host,
            @RequestParam List<String> metric,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer points) {
        Question question = reader.read(host, metric, from, to, points);
        AnswerMemory.Share share = memory.begin();
        // After the answer was written, or was not.
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback(
                        AnswerMemory.class.getName(),
                        share::close,
                        RequestAttributes.SCOPE_REQUEST);
        return histories.answer(question, share);
    }
}
