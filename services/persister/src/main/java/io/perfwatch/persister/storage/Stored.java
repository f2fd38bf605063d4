package io.perfwatch.persister.storage;

import java.util.List;

/**
 * What a batch changed.
 *
 * @param minutes for each of the batch, how many of its events were not there
 * @param documents for each document, whether it said something new
 */
public record Stored(List<Integer> minutes, List<Boolean> documents) {
    public Stored {
        minutes = List.copyOf(minutes);
        documents = List.copyOf(documents);
    }
}
