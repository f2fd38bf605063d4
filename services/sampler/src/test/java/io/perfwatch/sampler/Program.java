package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** The output of another program. */
record Program(List<String> lines) {

    /**
     * @throws TestAbortedException if it is not installed
     */
    static Program run(String... command) throws IOException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            return new Program(
                    new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new TestAbortedException(command[0] + " is not installed", e);
        }
    }

    /** {@code NUMBER name} a line, as vmstat -s has it. */
    Map<String, Long> numbersBeforeNames() {
        Pattern line = Pattern.compile("\\s*(\\d+) (.*)");
        return lines.stream()
                .map(line::matcher)
                .filter(m -> m.matches())
                .map(m -> m.toMatchResult())
                .collect(Collectors.toMap(m -> m.group(2), Program::number));
    }

    private static long number(MatchResult match) {
        return Long.parseLong(match.group(1));
    }

    /** The number behind {@code name} and a blank, wherever it stands. */
    long after(String name) {
        Pattern pattern = Pattern.compile("\\b" + name + ":?\\s+(\\d+)");
        return pattern.matcher(String.join("\n", lines))
                .results()
                .findFirst()
                .map(m -> Long.parseLong(m.group(1)))
                .orElseThrow();
    }
}
