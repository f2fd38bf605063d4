/** Topics that every persister reads whole. */
@NullMarked
package io.perfwatch.persister.topic;

import org.jspecify.annotations.NullMarked;
