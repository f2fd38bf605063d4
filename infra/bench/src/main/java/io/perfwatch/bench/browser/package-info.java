/** What the dashboard costs a browser. */
@NullMarked
package io.perfwatch.bench.browser;

import org.jspecify.annotations.NullMarked;
