/** What a benchmark found, as a table and as JSON, and what processes use. */
@NullMarked
package io.perfwatch.bench.report;

import org.jspecify.annotations.NullMarked;
