/** What there is to measure: catalogue and schemas. */
@NullMarked
package io.perfwatch.gateway.metric;

import org.jspecify.annotations.NullMarked;
