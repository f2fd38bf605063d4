package io.perfwatch.sampler.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Short options with which a program takes a secret: nothing in {@code -p} says so.
 *
 * @param program names of such programs
 * @param following options whose value is the next word
 * @param attached options whose value follows at once, as in {@code mysql -pSECRET}
 */
record SecretOptions(Pattern program, List<String> following, List<String> attached) {
    static final SecretOptions NONE = options("(?!)", List.of(), List.of());

    private static final List<SecretOptions> KNOWN =
            List.of(
                    options("(mysql|mariadb)\\w*", List.of(), List.of("-p")),
                    options("7z[ar]?|rar|unrar", List.of(), List.of("-p", "-hp")),
                    options("sshpass", List.of("-p"), List.of("-p")),
                    options("mongo\\w*", List.of("-p"), List.of()),
                    options("redis-cli", List.of("-a"), List.of()),
                    options("ldap\\w+", List.of("-w"), List.of("-w")),
                    options("zip|unzip", List.of("-P"), List.of("-P")),
                    options("snmp\\w+", List.of("-A", "-X", "-c"), List.of()),
                    options("sqlcmd|bcp", List.of("-P"), List.of("-P")),
                    options("curl|wget|http|https", List.of("-u", "--user"), List.of("-u")),
                    options("login", List.of("-p"), List.of()));

    private static SecretOptions options(
            String program, List<String> following, List<String> attached) {
        return new SecretOptions(Pattern.compile(program), following, attached);
    }

    /** Those of the program that {@code word} may be: {@code /usr/bin/mysql}. */
    static Optional<SecretOptions> of(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        return KNOWN.stream().filter(o -> o.program.matcher(name).matches()).findFirst();
    }

    boolean isAnnouncedBy(String word) {
        return following.contains(word);
    }

    /** The option that {@code word} begins with, if its value is attached; else empty. */
    String attached(String word) {
        return attached.stream()
                .filter(o -> word.startsWith(o) && word.length() > o.length())
                .findFirst()
                .orElse("");
    }
}
