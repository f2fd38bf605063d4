package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and may explain what the metrics show: a deploy, an incident. Published
 * by the gateway or by any other system; the id is the record's key, and a record replaces the one
 * before it.
 *
 * @param id {@code [A-Za-z0-9._:-]{1,100}}
 * @param time of the years 1970 to 9999, as {@code until}
 * @param until exclusive, not before {@code time}; absent: at one moment
 * @param text 1 to 2,000 characters
 * @param tags at most 20 of at most 100 characters
 * @param hosts at most 1,000 names; none: all of them
 */
public record Annotation(
        @JsonPropertyDescription("The record's key: letters, digits and . _ : -, at most 100")
                String id,
        @JsonPropertyDescription("When it happened or began, UTC, with milliseconds") @EventTime
                Instant time,
        @JsonPropertyDescription("When it ended; absent: it was a moment") @Nullable @EventTime
                Instant until,
        @JsonPropertyDescription("What happened, for people, at most 2,000 characters") String text,
        @JsonPropertyDescription("To choose by: deploy, incident; at most 20 of 100 characters")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> tags,
        @JsonPropertyDescription("Whom it concerns, at most 1,000; absent: every host")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> hosts) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_HOSTS = 1000;

    /**
     * @throws IllegalArgumentException if a member is out of its range; the message names it
     */
    public Annotation {
        check(isId(id), "id must match " + ID);
        check(time != null, "time is missing");
        EventBounds.check("time", time);
        check(until == null || !until.isBefore(time), "until must not be before time");
        if (until != null) {
            EventBounds.check("until", until);
        }
        check(isText(text, LONGEST_TEXT), "text must be 1 to 2,000 characters");
        tags = Absent.toEmpty(tags);
        hosts = Absent.toEmpty(hosts);
        check(tags.size() <= MOST_TAGS, "tags must be at most 20");
        check(
                tags.stream().allMatch(tag -> isText(tag, LONGEST_TAG)),
                "a tag must be 1 to 100 characters");
        check(hosts.size() <= MOST_HOSTS, "hosts must be at most 1,000; none means all");
        hosts.forEach(HostName::check);
    }

    public static boolean isId(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }

    /** When it was over: its only moment, if it has no end. */
    public Instant end() {
        return until == null ? time : until;
    }

    private static boolean isText(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
