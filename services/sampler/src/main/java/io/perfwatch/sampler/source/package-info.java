/** Files of the kernel, read without garbage, and the text in them. */
@NullMarked
package io.perfwatch.sampler.source;

import org.jspecify.annotations.NullMarked;
