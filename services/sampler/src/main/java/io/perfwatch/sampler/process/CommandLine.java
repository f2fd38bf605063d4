package io.perfwatch.sampler.process;

import java.util.List;
import java.util.Locale;

/** Makes one line of the arguments of a process, without what looks like a secret. */
final class CommandLine {
    static final int LONGEST = 200;
    private static final String MASK = "***";

    /** Parts of the names of options, variables and headers whose values are nobody's business. */
    private static final List<String> SECRET_NAMES =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "pwd",
                    "secret",
                    "token",
                    "apikey",
                    "api-key",
                    "api_key",
                    "access-key",
                    "access_key",
                    "accesskey",
                    "credential",
                    "private-key",
                    "private_key",
                    "authorization",
                    "auth-key",
                    "auth_key",
                    "bearer",
                    "cookie",
                    "session-key",
                    "signature");

    /** Beginnings of what is a secret wherever it stands. */
    private static final List<String> SECRET_BEGINNINGS =
            List.of(
                    "eyJ",
                    "AKIA",
                    "ASIA",
                    "ghp_",
                    "gho_",
                    "ghs_",
                    "github_pat_",
                    "glpat-",
                    "xoxb-",
                    "xoxp-",
                    "sk-",
                    "sk_live_",
                    "-----BEGIN");

    private CommandLine() {}

    /** The arguments as {@code /proc/PID/cmdline} has them, each ended by a zero. */
    static String of(String zeroEnded, boolean redacted) {
        String[] arguments = zeroEnded.split("\0", -1);
        StringBuilder line = new StringBuilder();
        boolean secretNext = false;
        for (String argument : arguments) {
            if (line.length() > LONGEST) {
                break;
            }
            if (!line.isEmpty() && !argument.isEmpty()) {
                line.append(' ');
            }
            line.append(redacted ? masked(argument, secretNext) : argument);
            secretNext = announcesSecret(argument);
        }
        return cut(printable(line));
    }

    /** {@code --password}, {@code -p} of nobody: its value comes as the next argument. */
    private static boolean announcesSecret(String argument) {
        boolean option = argument.startsWith("-") && argument.indexOf('=') < 0;
        boolean userAndPassword = argument.equals("-u") || argument.equals("--user");
        return option && (isSecretName(argument) || userAndPassword);
    }

    private static String masked(String argument, boolean announced) {
        if (announced && !argument.startsWith("-")) {
            return announcedValue(argument);
        }
        int end = nameEnd(argument);
        if (end > 0 && isSecretName(argument.substring(0, end))) {
            return argument.substring(0, end + 1) + MASK;
        }
        if (SECRET_BEGINNINGS.stream().anyMatch(argument::startsWith)) {
            return MASK;
        }
        return maskUserInfo(argument);
    }

    /** Of {@code -u name:password} the name may stay; {@code -u name} is no secret. */
    private static String announcedValue(String value) {
        int colon = value.indexOf(':');
        return colon > 0 ? value.substring(0, colon + 1) + MASK : MASK;
    }

    /** Where the name in {@code NAME=value} or {@code Name: value} ends, else -1. */
    private static int nameEnd(String argument) {
        int equals = argument.indexOf('=');
        int colon = argument.indexOf(": ");
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    private static boolean isSecretName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET_NAMES.stream().anyMatch(lower::contains);
    }

    /** {@code postgres://user:secret@host} anywhere in the argument. */
    private static String maskUserInfo(String argument) {
        int scheme = argument.indexOf("://");
        if (scheme < 0) {
            return argument;
        }
        int start = scheme + 3;
        int slash = argument.indexOf('/', start);
        int at = argument.lastIndexOf('@', slash < 0 ? argument.length() : slash);
        int colon = argument.indexOf(':', start);
        return at > start && colon > 0 && colon < at
                ? argument.substring(0, colon + 1) + MASK + argument.substring(at)
                : argument;
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
