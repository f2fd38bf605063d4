/** What a sample is: events, families, paths, topics and the catalogue that describes them. */
@NullMarked
package io.perfwatch.metric;

import org.jspecify.annotations.NullMarked;
