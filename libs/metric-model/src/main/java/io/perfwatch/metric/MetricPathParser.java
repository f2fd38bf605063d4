package io.perfwatch.metric;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link MetricPath} from left to right, once. */
final class MetricPathParser {
    private final String text;
    private int position;

    MetricPathParser(String text) {
        this.text = text;
    }

    List<MetricPath.Step> steps() {
        List<MetricPath.Step> steps = new ArrayList<>();
        steps.add(member());
        while (position < text.length()) {
            steps.add(
                    switch (text.charAt(position++)) {
                        case '.' -> member();
                        case '[' -> key();
                        default -> throw wrong("expected . or [", position - 1);
                    });
        }
        return steps;
    }

    private MetricPath.Step member() {
        int start = position;
        while (position < text.length() && isMemberCharacter(position - start)) {
            position++;
        }
        if (position == start) {
            throw wrong("expected a name", start);
        }
        return new MetricPath.Member(text.substring(start, position));
    }

    private boolean isMemberCharacter(int index) {
        char c = text.charAt(position);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (index > 0 && c >= '0' && c <= '9');
    }

    private MetricPath.Step key() {
        int start = position;
        StringBuilder name = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == ']') {
                return key(name.toString(), start);
            }
            if (c == '\\' && position < text.length()) {
                c = text.charAt(position++);
            }
            name.append(c);
        }
        throw wrong("expected ]", position);
    }

    private MetricPath.Step key(String name, int start) {
        if (name.isEmpty()) {
            throw wrong("expected a key", start);
        }
        return text.startsWith("*]", start) ? new MetricPath.AnyKey() : new MetricPath.Key(name);
    }

    private IllegalArgumentException wrong(String what, int at) {
        return new IllegalArgumentException(
                "not a metric path: \"" + text + "\": " + what + " at position " + at);
    }
}
