package io.perfwatch.sampler.process;

/** Makes one line of the arguments of a process, without what looks like a secret. */
final class CommandLine {
    static final int LONGEST = 200;

    private CommandLine() {}

    /** The arguments as {@code /proc/PID/cmdline} has them, each ended by a zero. */
    static String of(String zeroEnded, boolean redacted) {
        Redaction redaction = new Redaction();
        StringBuilder line = new StringBuilder();
        for (String argument : zeroEnded.split("\0", -1)) {
            if (line.length() > LONGEST) {
                break;
            }
            if (!line.isEmpty() && !argument.isEmpty()) {
                line.append(' ');
            }
            line.append(redacted ? redaction.argument(argument) : argument);
        }
        return cut(printable(line));
    }

    private static String printable(StringBuilder line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString().strip();
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
