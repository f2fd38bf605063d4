/** Interfaces, TCP, UDP, sockets. */
@NullMarked
package io.perfwatch.sampler.network;

import org.jspecify.annotations.NullMarked;
