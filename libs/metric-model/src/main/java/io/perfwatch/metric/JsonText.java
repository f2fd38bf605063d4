package io.perfwatch.metric;

/** The escapes of JSON's strings. */
final class JsonText {
    private JsonText() {}

    /**
     * @param text what stands between the quotes
     * @throws MalformedEventException if an escape is none; half a surrogate pair is let through
     */
    static String unescape(String text) {
        int escape = text.indexOf('\\');
        if (escape < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; escape >= 0; escape = text.indexOf('\\', from)) {
            plain.append(text, from, escape);
            char kind = charAt(text, escape + 1);
            boolean unicode = kind == 'u';
            plain.append(unicode ? unicode(text, escape + 2) : single(kind));
            from = escape + (unicode ? 6 : 2);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static char charAt(String text, int index) {
        if (index >= text.length()) {
            throw new MalformedEventException("not readable as JSON: half an escape");
        }
        return text.charAt(index);
    }

    private static char unicode(String text, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(charAt(text, i), 16);
            if (digit < 0) {
                throw new MalformedEventException("not readable as JSON: \\u without four digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static char single(char kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new MalformedEventException("not readable as JSON: escape \\" + kind);
        };
    }
}
