@NullMarked
package io.perfwatch.perfcounter.doctor;

import org.jspecify.annotations.NullMarked;
