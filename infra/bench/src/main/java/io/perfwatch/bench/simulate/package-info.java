/** A fleet of hosts that are not there: their events, straight into Kafka. */
@NullMarked
package io.perfwatch.bench.simulate;

import org.jspecify.annotations.NullMarked;
