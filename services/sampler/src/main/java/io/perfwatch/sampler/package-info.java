/** The probe that reads what the kernel tells about the host and sends it to Kafka. */
@NullMarked
package io.perfwatch.sampler;

import org.jspecify.annotations.NullMarked;
