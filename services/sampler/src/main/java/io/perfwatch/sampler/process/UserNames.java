package io.perfwatch.sampler.process;

import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of users from {@code /etc/passwd}, read again when it changes. */
final class UserNames {
    private final Path passwd;
    private Map<String, String> byNumber = Map.of();
    private @Nullable FileTime readAs;

    UserNames(HostRoot root) {
        this.passwd = root.file("/etc/passwd");
    }

    void refresh() {
        try {
            FileTime changed = Files.getLastModifiedTime(passwd);
            if (!changed.equals(readAs)) {
                byNumber = parse(Files.readString(passwd));
                readAs = changed;
            }
        } catch (IOException e) {
            byNumber = Map.of();
        }
    }

    /** The name, or the number if it has none. */
    String of(String number) {
        return byNumber.getOrDefault(number, number);
    }

    /** {@code name:x:1000:…}, see passwd(5). */
    static Map<String, String> parse(String passwd) {
        Map<String, String> names = new HashMap<>();
        for (String line : passwd.lines().toList()) {
            int first = line.indexOf(':');
            int second = line.indexOf(':', first + 1);
            int third = line.indexOf(':', second + 1);
            if (first > 0 && third > 0) {
                names.putIfAbsent(line.substring(second + 1, third), line.substring(0, first));
            }
        }
        return names;
    }
}
