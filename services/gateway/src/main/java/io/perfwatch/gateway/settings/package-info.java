/** What users change at run time. */
@NullMarked
package io.perfwatch.gateway.settings;

import org.jspecify.annotations.NullMarked;
