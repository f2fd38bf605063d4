package io.perfwatch.standalone;

import java.io.IOException;

/** Sends what {@link ProcessHandle} cannot: a signal by its name. */
final class Signals {

    private Signals() {}

    static void send(ProcessHandle process, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        }
    }
}
