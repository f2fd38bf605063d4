/** How the CPUs spend their time. */
@NullMarked
package io.perfwatch.sampler.cpu;

import org.jspecify.annotations.NullMarked;
