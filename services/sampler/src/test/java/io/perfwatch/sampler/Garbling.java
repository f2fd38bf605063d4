package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/** Ways in which a file can be other than the kernel writes it. */
enum Garbling {
    EMPTY {
        @Override
        String of(String text, Random random) {
            return "";
        }
    },
    CUT {
        @Override
        String of(String text, Random random) {
            return text.substring(0, random.nextInt(text.length() + 1));
        }
    },
    WITHOUT_NUMBERS {
        @Override
        String of(String text, Random random) {
            return text.replaceAll("[0-9]+", "x");
        }
    },
    HUGE_NUMBERS {
        @Override
        String of(String text, Random random) {
            return text.replaceAll("[0-9]+", "18446744073709551615");
        }
    },
    NEGATIVE_NUMBERS {
        @Override
        String of(String text, Random random) {
            return text.replaceAll("(?<![0-9A-Za-z])([0-9]+)", "-$1");
        }
    },
    LINES_LOST {
        @Override
        String of(String text, Random random) {
            StringBuilder left = new StringBuilder();
            text.lines()
                    .filter(_ -> random.nextBoolean())
                    .forEach(l -> left.append(l).append('\n'));
            return left.toString();
        }
    },
    NOISE {
        @Override
        String of(String text, Random random) {
            byte[] bytes = text.getBytes(ISO_8859_1);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(10) == 0 ? (byte) random.nextInt(256) : bytes[i];
            }
            return new String(bytes, ISO_8859_1);
        }
    };

    abstract String of(String text, Random random);
}
