/** The tables themselves: how they are made, and their partitions in time. */
@NullMarked
package io.perfwatch.persister.table;

import org.jspecify.annotations.NullMarked;
