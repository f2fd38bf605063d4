@NullMarked
package io.perfwatch.bench.report;

import org.jspecify.annotations.NullMarked;
