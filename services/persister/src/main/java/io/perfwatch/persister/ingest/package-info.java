/** From records to open minutes: what is read, judged, kept in memory and committed. */
@NullMarked
package io.perfwatch.persister.ingest;

import org.jspecify.annotations.NullMarked;
