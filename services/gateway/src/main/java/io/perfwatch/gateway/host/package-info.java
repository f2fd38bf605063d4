/** The hosts: what they are, whether they report, how they are right now. */
@NullMarked
package io.perfwatch.gateway.host;

import org.jspecify.annotations.NullMarked;
