/** Says why perf counts nothing on this machine, and what to do. */
@NullMarked
package io.perfwatch.perfcounter.doctor;

import org.jspecify.annotations.NullMarked;
