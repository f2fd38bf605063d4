/** A broker, a database and a persister with the settings of a server, for benchmarks to load. */
@NullMarked
package io.perfwatch.bench.servers;

import org.jspecify.annotations.NullMarked;
