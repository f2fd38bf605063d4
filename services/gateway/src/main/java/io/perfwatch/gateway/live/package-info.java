/** The WebSocket: events to browsers, without ever waiting for one. */
@NullMarked
package io.perfwatch.gateway.live;

import org.jspecify.annotations.NullMarked;
