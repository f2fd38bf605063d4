package io.perfwatch.gateway.live;

import org.jspecify.annotations.Nullable;

/** Puts together what one client says in parts; holds nothing while the client is silent. */
final class Inbox {
    private final int maxCharacters;
    private @Nullable StringBuilder parts;

    Inbox(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /**
     * @param last whether the message ends with this part
     * @return the message once it is complete, null before
     * @throws TooLongException if it is longer than a message may be
     */
    @Nullable String add(String part, boolean last) throws TooLongException {
        StringBuilder message = parts == null ? new StringBuilder(part.length()) : parts;
        if (message.length() + part.length() > maxCharacters) {
            parts = null;
            throw new TooLongException();
        }
        message.append(part);
        parts = last ? null : message;
        return last ? message.toString() : null;
    }

    /** A message that was not heard to its end. */
    static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
