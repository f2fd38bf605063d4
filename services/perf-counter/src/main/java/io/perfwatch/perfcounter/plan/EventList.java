package io.perfwatch.perfcounter.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads perf's own notation: <code>{cycles,instructions},task-clock,cpu/event=0x3c,umask=0/</code>.
 */
public final class EventList {
    private final List<EventGroup> groups = new ArrayList<>();
    private final List<String> group = new ArrayList<>();
    private final StringBuilder event = new StringBuilder();
    private boolean inGroup;
    private boolean inTerms;

    private EventList() {}

    /**
     * @throws IllegalArgumentException if braces or slashes do not match or a name is missing; the
     *     message quotes the text
     */
    public static List<EventGroup> parse(String text) {
        try {
            return new EventList().read(text);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("events '%s': %s".formatted(text, e.getMessage()));
        }
    }

    private List<EventGroup> read(String text) {
        boolean afterGroup = false;
        for (char c : (text + ",").toCharArray()) {
            inTerms ^= c == '/';
            if (inTerms || (c != ',' && c != '{' && c != '}')) {
                if (!Character.isWhitespace(c)) {
                    event.append(c);
                }
            } else if (c == '{') {
                check(!inGroup && event.isEmpty(), "a { where none can be");
                inGroup = true;
            } else if (c == '}') {
                check(inGroup, "a } without its {");
                endEvent();
                endGroup();
                afterGroup = true;
            } else if (!afterGroup || !event.isEmpty()) {
                endEvent();
                afterGroup = false;
                if (!inGroup) {
                    endGroup();
                }
            } else {
                afterGroup = false;
            }
        }
        check(!inGroup, "a { without its }");
        check(!inTerms, "a / without its other");
        return List.copyOf(groups);
    }

    private void endEvent() {
        check(!event.isEmpty(), "a name is missing");
        group.add(event.toString());
        event.setLength(0);
    }

    private void endGroup() {
        groups.add(new EventGroup(group));
        group.clear();
        inGroup = false;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(problem);
        }
    }
}
