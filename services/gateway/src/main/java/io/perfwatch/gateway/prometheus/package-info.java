/** The newest values of the whole fleet, for a Prometheus to scrape in one place. */
@NullMarked
package io.perfwatch.gateway.prometheus;

import org.jspecify.annotations.NullMarked;
