package io.perfwatch.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the Java processes are started.
 *
 * @param home the installation
 * @param training whether they record their start-up caches instead of using them
 */
record Jvm(Home home, boolean training) {

    private static final List<String> COMMON =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    "-XX:ReservedCodeCacheSize=48m",
                    // An outdated cache is no matter: it is not used.
                    "-Xlog:aot*=off",
                    "-Xlog:cds=off",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** The java command up to the class path: options, and the start-up cache if there is one. */
    List<String> command(String name, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Home.java());
        command.addAll(COMMON);
        command.addAll(options);
        Path cache = cache(name);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        return command;
    }

    Path cache(String name) {
        return home.cache().resolve(name + ".aot");
    }
}
