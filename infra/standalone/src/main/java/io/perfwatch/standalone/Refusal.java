package io.perfwatch.standalone;

/** What was asked cannot be done: one line that says why and what to do about it. */
final class Refusal extends RuntimeException {

    Refusal(String line) {
        super(line);
    }

    Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
