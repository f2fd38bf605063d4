/** What people and other systems say of a moment: asked for, published, taken back. */
@NullMarked
package io.perfwatch.gateway.annotation;

import org.jspecify.annotations.NullMarked;
