package io.perfwatch.persister.ingest;

import io.perfwatch.kafka.DeadLetters;

/**
 * Where dead letters go.
 *
 * @param deadLetters sends them
 * @param records reads again what is known to be dead only after it was packed
 */
record Letterbox(DeadLetters deadLetters, RejectedRecords records) {

    /** Of one partition. */
    PendingLetters letters() {
        return new PendingLetters(deadLetters);
    }
}
