/** What the way from the topic to the table carries, what it leaves on disk, how it recovers. */
@NullMarked
package io.perfwatch.bench.ingest;

import org.jspecify.annotations.NullMarked;
