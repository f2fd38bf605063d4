/** What the sampler costs, beside Debian's node_exporter. */
@NullMarked
package io.perfwatch.bench.sampler;

import org.jspecify.annotations.NullMarked;
