/**
 * A real Kafka and a real PostgreSQL for tests, which can be stopped and started, and sample data.
 */
@NullMarked
package io.perfwatch.test;

import org.jspecify.annotations.NullMarked;
