package io.perfwatch.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-8 that grows. */
final class Bytes {
    private byte[] array;
    private int length;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    static Bytes of(String text) {
        Bytes bytes = new Bytes(0);
        bytes.array = text.getBytes(StandardCharsets.UTF_8);
        bytes.length = bytes.array.length;
        return bytes;
    }

    int length() {
        return length;
    }

    /** How much memory it holds. */
    int capacity() {
        return array.length;
    }

    /** Valid up to its length and until it grows. */
    byte[] array() {
        return array;
    }

    byte at(int index) {
        return array[index];
    }

    void cut(int newLength) {
        length = newLength;
    }

    Bytes append(char ascii) {
        reserve(1);
        array[length++] = (byte) ascii;
        return this;
    }

    Bytes append(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, array, length, end - start);
        length += end - start;
        return this;
    }

    Bytes append(Bytes from, int start, int end) {
        return append(from.array, start, end);
    }

    Bytes append(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return append(encoded, 0, encoded.length);
    }

    Bytes append(long number) {
        return append(Long.toString(number));
    }

    boolean equals(int start, int end, byte[] other, int otherStart, int otherEnd) {
        return Arrays.equals(array, start, end, other, otherStart, otherEnd);
    }

    boolean equals(int start, int end, int otherStart, int otherEnd) {
        return Arrays.equals(array, start, end, array, otherStart, otherEnd);
    }

    int indexOf(char ascii, int from) {
        for (int i = from; i < length; i++) {
            if (array[i] == ascii) {
                return i;
            }
        }
        return -1;
    }

    private void reserve(int more) {
        if (length + more > array.length) {
            grow(Math.max(length + more, array.length + array.length / 2));
        }
    }

    void grow(int capacity) {
        array = Arrays.copyOf(array, capacity);
    }

    String substring(int start, int end) {
        return new String(array, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
