package io.perfwatch.metric;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a host's name: lower case, {@code [a-z0-9._-]{1,253}}. */
public final class HostName {
    private static final int LONGEST = 253;
    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{1," + LONGEST + "}");

    private HostName() {}

    public static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }

    /**
     * @return {@code name}
     * @throws IllegalArgumentException if the name has another form
     */
    public static String check(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("host must match " + FORM);
        }
        return name;
    }

    /**
     * The nearest valid name: lower case, anything else replaced by {@code -}, cut to 253.
     *
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static String normalize(String name) {
        String trimmed = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return check(trimmed.length() > LONGEST ? trimmed.substring(0, LONGEST) : trimmed);
    }
}
