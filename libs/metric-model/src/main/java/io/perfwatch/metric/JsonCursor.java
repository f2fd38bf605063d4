package io.perfwatch.metric;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON in UTF-8 as it lies there, and makes nothing of a number but where it stands.
 * Every method throws {@link MalformedEventException} at what is no JSON.
 */
final class JsonCursor {
    private static final int LONGEST_NUMBER = 64;

    private final byte[] json;
    private int at;
    private int depth;

    JsonCursor(byte[] json) {
        this.json = json;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** The next character that is no blank, which stays. */
    byte peek() {
        while (at < json.length) {
            byte next = json[at];
            if (next > ' ' || next < 0) {
                return next;
            }
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                throw malformed("a control character");
            }
            at++;
        }
        throw malformed("the end");
    }

    boolean isAtEnd() {
        while (at < json.length && json[at] >= 0 && json[at] <= ' ') {
            at++;
        }
        return at == json.length;
    }

    void expect(char character) {
        if (peek() != character) {
            throw malformed("'" + (char) (json[at] & 0xff) + "' instead of '" + character + "'");
        }
        at++;
    }

    /** Into an object or an array, whose first character stands here. */
    void enter() {
        at++;
        if (++depth > EventBounds.MAX_DEPTH) {
            throw new MalformedEventException("the depth is more than " + EventBounds.MAX_DEPTH);
        }
    }

    /**
     * Behind a member or an element, or behind the opening.
     *
     * @param first whether it is the opening
     * @return false if {@code end} stood here: it is over
     */
    boolean hasNext(boolean first, char end) {
        byte next = peek();
        if (next == end) {
            at++;
            depth--;
            return false;
        }
        if (!first) {
            expect(',');
            peek();
        }
        return true;
    }

    /** Whether a string of just these bytes stands here; passes over it if so. */
    boolean passes(byte[] raw) {
        int end = at + 1 + raw.length;
        if (end >= json.length
                || json[at] != '"'
                || json[end] != '"'
                || !Arrays.equals(json, at + 1, end, raw, 0, raw.length)) {
            return false;
        }
        at = end + 1;
        return true;
    }

    /** The bytes of the string that stands here, as they are written; passes over it. */
    byte[] rawString() {
        expect('"');
        int from = at;
        passString();
        return Arrays.copyOfRange(json, from, at - 1);
    }

    /** The string that stands here; passes over it. */
    String string() {
        expect('"');
        int from = at;
        boolean plain = passString();
        return plain
                ? new String(json, from, at - 1 - from, StandardCharsets.ISO_8859_1)
                : JsonText.unescape(decode(from, at - 1));
    }

    /** What {@link #rawString} gave, read. */
    static String decode(byte[] raw) {
        return JsonText.unescape(new JsonCursor(raw).decode(0, raw.length));
    }

    private String decode(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedEventException("not readable as JSON: text is not UTF-8", e);
        }
    }

    /**
     * @return whether its characters are its bytes
     */
    private boolean passString() {
        boolean plain = true;
        for (; at < json.length; at++) {
            byte next = json[at];
            if (next == '"') {
                at++;
                return plain;
            }
            if (next == '\\') {
                plain = false;
                at++;
            } else if (next < 0) {
                plain = false;
            } else if (next < ' ') {
                throw malformed("a control character in a string");
            }
        }
        throw malformed("the end in a string");
    }

    /**
     * Passes over the number that stands here.
     *
     * @return whether it has an exponent
     */
    boolean passNumber() {
        int from = at;
        if (at < json.length && json[at] == '-') {
            at++;
        }
        if (at < json.length && json[at] == '0') {
            at++;
        } else {
            passDigits();
        }
        if (at < json.length && json[at] == '.') {
            at++;
            passDigits();
        }
        boolean exponent = at < json.length && (json[at] == 'e' || json[at] == 'E');
        if (exponent) {
            at++;
            if (at < json.length && (json[at] == '+' || json[at] == '-')) {
                at++;
            }
            passDigits();
        }
        if (at - from > LONGEST_NUMBER) {
            throw malformed("a number of more than " + LONGEST_NUMBER + " characters");
        }
        return exponent;
    }

    private void passDigits() {
        int from = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed("no number");
        }
    }

    /** Passes over {@code true}, {@code false} or {@code null}. */
    void passWord(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == json.length || json[at] != word.charAt(i)) {
                throw malformed("not " + word);
            }
        }
    }

    /** Passes over any value. */
    void passValue() {
        switch (peek()) {
            case '{' -> {
                enter();
                for (boolean first = true; hasNext(first, '}'); first = false) {
                    string();
                    expect(':');
                    passValue();
                }
            }
            case '[' -> {
                enter();
                for (boolean first = true; hasNext(first, ']'); first = false) {
                    passValue();
                }
            }
            case '"' -> string();
            case 't' -> passWord("true");
            case 'f' -> passWord("false");
            case 'n' -> passWord("null");
            default -> passNumber();
        }
    }

    MalformedEventException malformed(String what) {
        return new MalformedEventException(
                "not readable as JSON: %s at byte %d".formatted(what, at));
    }
}
