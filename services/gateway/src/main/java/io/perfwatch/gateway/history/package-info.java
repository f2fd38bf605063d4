/** What was: one answer from the packs in PostgreSQL and the newest seconds in memory. */
@NullMarked
package io.perfwatch.gateway.history;

import org.jspecify.annotations.NullMarked;
