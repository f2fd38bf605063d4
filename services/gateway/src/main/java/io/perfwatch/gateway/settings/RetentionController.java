package io.perfwatch.gateway.settings;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.metric.RetentionSetting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long what is kept. */
@RestController
@RequestMapping("/api/v1/settings/retention")
class RetentionController {
    private final Retentions retentions;

    RetentionController(Retentions retentions) {
        this.retentions = retentions;
    }

    /** As it was asked for and not yet checked; null: missing. */
    record WantedRetention(Long rawSeconds, Long minuteSeconds, Long hourSeconds) {
        RetentionSetting checked() {
            try {
                return new RetentionSetting(rawSeconds, minuteSeconds, hourSeconds);
            } catch (NullPointerException e) {
                throw new BadQuestionException(
                        "rawSeconds, minuteSeconds and hourSeconds are needed.");
            } catch (IllegalArgumentException e) {
                throw new BadQuestionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** As the persister obeys it now. */
    @GetMapping
    RetentionSetting retention() {
        return retentions.current();
    }

    /** The persister obeys it within a minute. */
    @PutMapping
    RetentionSetting setRetention(@RequestBody WantedRetention wanted) {
        RetentionSetting setting = wanted.checked();
        retentions.set(setting);
        return setting;
    }
}
