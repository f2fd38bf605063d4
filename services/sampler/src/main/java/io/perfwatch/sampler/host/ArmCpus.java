package io.perfwatch.sampler.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Names for the numbers by which ARM says what its cores are. */
final class ArmCpus {
    private ArmCpus() {}

    /**
     * @param parts each {@code 0x41/0xd0c}: implementer and part, as the kernel writes them
     * @return {@code Arm Neoverse-N1}; the number itself where there is no name for it
     */
    static String names(Collection<String> parts) {
        Map<String, String> known = known();
        return parts.stream().map(part -> name(known, part)).collect(joining(" + "));
    }

    private static String name(Map<String, String> known, String part) {
        String[] numbers = part.split("/", 2);
        return known.getOrDefault(numbers[0], numbers[0])
                + " "
                + known.getOrDefault(part, numbers[1]);
    }

    /** Not kept: it is asked for once a minute, and on ARM only. */
    private static Map<String, String> known() {
        try (InputStream file =
                Objects.requireNonNull(ArmCpus.class.getResourceAsStream("arm-cpus.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
