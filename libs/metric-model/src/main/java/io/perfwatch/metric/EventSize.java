package io.perfwatch.metric;

/** How much of an event was read, held against {@link EventBounds}. */
final class EventSize {
    private int leaves;
    private int pathCharacters;

    void countLeaf() {
        if (++leaves > EventBounds.MAX_LEAVES) {
            throw new MalformedEventException(
                    "more than %d leaves".formatted(EventBounds.MAX_LEAVES));
        }
    }

    /** A name of a kilobyte around 25,000 leaves is 25 MB of paths in an event of 300 KB. */
    void countPath(String path) {
        pathCharacters += path.length();
        if (pathCharacters > EventBounds.MAX_PATH_CHARACTERS) {
            throw new MalformedEventException(
                    "paths of more than %d characters in all"
                            .formatted(EventBounds.MAX_PATH_CHARACTERS));
        }
    }
}
