/** How long what is kept, and that partitions are there when they are needed. */
@NullMarked
package io.perfwatch.persister.retention;

import org.jspecify.annotations.NullMarked;
