/** From Kafka to PostgreSQL: nothing lost, nothing twice. */
@NullMarked
package io.perfwatch.persister;

import org.jspecify.annotations.NullMarked;
