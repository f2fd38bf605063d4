/** From closed minutes to rows: tables, partitions and the union of packs. */
@NullMarked
package io.perfwatch.persister.storage;

import org.jspecify.annotations.NullMarked;
