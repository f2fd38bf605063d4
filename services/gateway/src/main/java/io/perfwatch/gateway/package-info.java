/** Kafka to WebSocket, PostgreSQL to REST: what a browser and other systems see of PerfWatch. */
@NullMarked
package io.perfwatch.gateway;

import org.jspecify.annotations.NullMarked;
