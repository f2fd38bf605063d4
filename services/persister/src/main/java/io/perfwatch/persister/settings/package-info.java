/** What users change while the service runs. */
@NullMarked
package io.perfwatch.persister.settings;

import org.jspecify.annotations.NullMarked;
