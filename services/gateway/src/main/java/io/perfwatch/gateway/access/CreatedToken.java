package io.perfwatch.gateway.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A token that was just made.
 *
 * @param token for the header {@code Authorization: Bearer …}; shown this once, kept nowhere
 */
record CreatedToken(@JsonUnwrapped Token about, String token) {}
