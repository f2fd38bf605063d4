/** What the probes share: the tick, who they are, and the way of their events to Kafka. */
@NullMarked
package io.perfwatch.sampling;

import org.jspecify.annotations.NullMarked;
