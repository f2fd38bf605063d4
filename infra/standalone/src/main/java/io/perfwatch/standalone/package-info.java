/**
 * One machine, no Docker: starts a Kafka broker, a PostgreSQL and the four services, and watches
 * them.
 */
@NullMarked
package io.perfwatch.standalone;

import org.jspecify.annotations.NullMarked;
