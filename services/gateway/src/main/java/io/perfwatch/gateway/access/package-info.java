/** Who may ask for what: names and origins, users, sessions, API tokens, and what each may do. */
@NullMarked
package io.perfwatch.gateway.access;

import org.jspecify.annotations.NullMarked;
