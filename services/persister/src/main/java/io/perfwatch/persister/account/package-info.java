/** What became of every record. */
@NullMarked
package io.perfwatch.persister.account;

import org.jspecify.annotations.NullMarked;
