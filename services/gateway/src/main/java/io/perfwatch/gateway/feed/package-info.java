/**
 * The event topics as they arrive, and their recent minutes, in memory: what live, hosts and
 * history share.
 */
@NullMarked
package io.perfwatch.gateway.feed;

import org.jspecify.annotations.NullMarked;
