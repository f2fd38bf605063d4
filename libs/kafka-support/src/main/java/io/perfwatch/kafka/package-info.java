/**
 * How events travel: the topics and their settings, the headers, bytes as they are, and the one way
 * for what cannot be read.
 */
@NullMarked
package io.perfwatch.kafka;

import org.jspecify.annotations.NullMarked;
