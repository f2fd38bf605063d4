package io.perfwatch.sampler.source;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text of the kernel and a place in it: lines of words and numbers between blanks. Made for reading
 * once, from the left; no strings are made but those that are asked for.
 */
public final class Text {
    /** Up to here a double holds every whole number. */
    private static final long EXACT = 1L << 53;

    private final byte[] bytes;
    private final int length;
    private int position;

    Text(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    public static Text of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Text(bytes, bytes.length);
    }

    /** Back to the beginning. */
    public void rewind() {
        position = 0;
    }

    /** Whether there is another character. */
    public boolean hasMore() {
        return position < length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** Whether the rest of the line is blank. */
    public boolean atLineEnd() {
        skipBlanks();
        return position >= length || bytes[position] == '\n';
    }

    /** To the beginning of the next line. */
    public void nextLine() {
        while (position < length && bytes[position++] != '\n') {
            // onwards
        }
    }

    private void skipBlanks() {
        while (position < length && isBlank(bytes[position])) {
            position++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Steps over {@code expected} if it comes next, else stays. */
    public boolean skip(String expected) {
        if (length - position < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (bytes[position + i] != expected.charAt(i)) {
                return false;
            }
        }
        position += expected.length();
        return true;
    }

    /** Whether a digit comes next. */
    public boolean atDigit() {
        return position < length && bytes[position] >= '0' && bytes[position] <= '9';
    }

    /** Whether a number comes next in this line. */
    public boolean atNumber() {
        return atMinus() || atDigit();
    }

    /**
     * The next number; what follows its digits stays. A counter above 2^63 wraps to the negative,
     * as the kernel's own arithmetic does.
     *
     * @throws MalformedTextException if no number comes next in this line
     */
    public long number() {
        skipBlanks();
        boolean negative = position < length && bytes[position] == '-';
        if (negative) {
            position++;
        }
        if (!atDigit()) {
            throw new MalformedTextException("expected a number at byte " + position);
        }
        long number = 0;
        while (atDigit()) {
            number = number * 10 + (bytes[position++] - '0');
        }
        return negative ? -number : number;
    }

    /** The next number of this line, or {@code absent} at its end: older kernels have fewer. */
    public long numberOr(long absent) {
        return atLineEnd() ? absent : number();
    }

    /**
     * A number that may have a fraction, as near as a double can be to what stands there: digits
     * are gathered as a whole number and divided once, for a sum of tenths and hundredths makes
     * 3.4099999999999997 of 3.41. Of a fraction, so many digits count as fit into 2^53.
     *
     * @throws MalformedTextException if none comes next
     */
    public double decimal() {
        boolean negative = atMinus();
        long digits = Math.abs(number());
        double scale = 1;
        if (position < length && bytes[position] == '.') {
            position++;
            while (atDigit()) {
                if (digits < EXACT / 10) {
                    digits = digits * 10 + (bytes[position] - '0');
                    scale *= 10;
                }
                position++;
            }
        }
        double value = digits / scale;
        return negative ? -value : value;
    }

    private boolean atMinus() {
        skipBlanks();
        return position < length && bytes[position] == '-';
    }

    /** The next character that is no blank, stepped over; a line feed at the end of the text. */
    public char character() {
        skipBlanks();
        return position < length ? (char) bytes[position++] : '\n';
    }

    /** To behind the next {@code c} of the line, or to the line's end. */
    public void skipPast(char c) {
        while (position < length && bytes[position] != '\n') {
            if (bytes[position++] == c) {
                return;
            }
        }
    }

    /** To behind the last {@code c} of the line, if there is one: a name may hold anything. */
    public void skipPastLast(char c) {
        for (int i = position; i < length && bytes[i] != '\n'; i++) {
            if (bytes[i] == c) {
                position = i + 1;
            }
        }
    }

    /** Steps over the next word. */
    public void skipWord() {
        skipBlanks();
        while (position < length && !isBlank(bytes[position]) && bytes[position] != '\n') {
            position++;
        }
    }

    public void skipWords(int count) {
        for (int i = 0; i < count; i++) {
            skipWord();
        }
    }

    /** The next word of this line, empty at its end. */
    public String word() {
        skipBlanks();
        int start = position;
        skipWord();
        return string(start, position);
    }

    /** What comes before {@code end} in this line; the end itself is stepped over. */
    public String until(char end) {
        skipBlanks();
        int start = position;
        while (position < length && bytes[position] != end && bytes[position] != '\n') {
            position++;
        }
        String before = string(start, position);
        if (position < length && bytes[position] == end) {
            position++;
        }
        return before;
    }

    /** The rest of the line, without blanks around it. */
    public String line() {
        skipBlanks();
        int start = position;
        while (position < length && bytes[position] != '\n') {
            position++;
        }
        return string(start, position).strip();
    }

    private String string(int start, int end) {
        return new String(bytes, start, end - start, UTF_8);
    }

    /** All of it, whatever the place. */
    @Override
    public String toString() {
        return string(0, length);
    }

    int position() {
        return position;
    }

    boolean hasMoreAt(int index) {
        return index < length;
    }

    byte byteAt(int index) {
        return bytes[index];
    }
}
