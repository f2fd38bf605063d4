package io.perfwatch.standalone;

import java.util.List;
import java.util.Map;

/**
 * One process of the stack.
 *
 * @param name also names its log and its row in the status
 * @param port where it listens, for the status
 * @param command what to run; never holds a password
 * @param environment added to the supervisor's own
 * @param probe whether it does its work
 * @param stopSignal what asks it to end orderly: TERM or INT
 */
record Program(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Probe probe,
        String stopSignal) {

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Asks a process whether it does its work; an answer takes at most a second. */
    @FunctionalInterface
    interface Probe {
        boolean answers();
    }
}
