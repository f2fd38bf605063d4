package io.perfwatch.sampler.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over the words of one command line and masks what looks like a secret: values of what has a
 * telling name, passwords in URLs, well-known tokens, and the short options of programs that take a
 * password so. It errs on the side of masking.
 */
final class Redaction {
    private static final String MASK = "***";

    /** What names a secret, in options, variables, headers, JSON and queries. */
    private static final String SECRET_NAME =
            "[\\w.\\-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key"
                    + "|credential|private[-_]?key|authorization|auth[-_]?key|bearer|cookie"
                    + "|session[-_]?key|signature)[\\w.\\-]*";

    /** A whole argument {@code NAME=value} or {@code Name: value}: the rest is the value. */
    private static final Pattern PAIR =
            Pattern.compile("(?is)(-*" + SECRET_NAME + "(?:=|:(?!//)))(.+)");

    /** The same inside a query, a list or JSON, up to where the value ends. */
    private static final Pattern INNER_PAIR =
            Pattern.compile(
                    "(?i)(" + SECRET_NAME + "[\"']?\\s*[=:](?!//)\\s*[\"']?)([^&;,\\s\"'}]+)");

    private static final Pattern NAME =
            Pattern.compile("(?i)[\"'(]*-*" + SECRET_NAME + ":?|[\"']*(?:bearer|basic)");

    /** Secrets wherever they stand: JSON web tokens, keys of clouds and forges. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\b(?:eyJ|AKIA|ASIA|gh[posru]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_"
                            + "|hvs\\.|AIza|npm_|dop_v1_)[\\w.\\-]{4,}|-----BEGIN[\\s\\S]*"
                            + "|\\bpass:\\S+");

    /** {@code user:password@} of any scheme, {@code token@} of HTTP. */
    private static final Pattern USER_INFO =
            Pattern.compile("(?i)(https?://)[^/\\s@:]+@|(\\w+://[^/\\s:@]*:)[^/\\s]+@");

    private static final Pattern BLANK = Pattern.compile("(?<=\\s)|(?=\\s)");

    private SecretOptions options = SecretOptions.NONE;
    private boolean announced;

    /** The argument as it may be shown; to be called with one after the other. */
    String argument(String argument) {
        Matcher pair = PAIR.matcher(argument);
        if (pair.matches()) {
            announced = false;
            return pair.group(1) + MASK;
        }
        StringBuilder shown = new StringBuilder();
        for (String word : BLANK.split(argument, -1)) {
            shown.append(word.isBlank() ? word : word(word));
        }
        return shown.toString();
    }

    private String word(String word) {
        boolean value = announced && !word.startsWith("-");
        announced = announces(word);
        if (value) {
            return announcedValue(word);
        }
        options = SecretOptions.of(word).orElse(options);
        String option = options.attached(word);
        return option.isEmpty() ? masked(word) : option + MASK;
    }

    /** Whether the secret is the next word: {@code --password}, {@code Authorization:}. */
    private boolean announces(String word) {
        return options.isAnnouncedBy(word)
                || (NAME.matcher(word).matches()
                        && (word.startsWith("-")
                                || word.endsWith(":")
                                || word.length() <= "\"bearer".length()));
    }

    /** Of {@code -u name:password} the name may stay. */
    private static String announcedValue(String value) {
        int colon = value.indexOf(':');
        return colon > 0 ? value.substring(0, colon + 1) + MASK : MASK;
    }

    private static String masked(String word) {
        String plain = INNER_PAIR.matcher(word).replaceAll("$1" + MASK);
        plain = TOKEN.matcher(plain).replaceAll(MASK);
        return USER_INFO
                .matcher(plain)
                .replaceAll(m -> (m.group(1) == null ? m.group(2) : m.group(1)) + MASK + "@");
    }
}
