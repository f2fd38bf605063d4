/** What is deployed, checked: manifests without a cluster, the compose file with a real engine. */
@NullMarked
package io.perfwatch.deployment;

import org.jspecify.annotations.NullMarked;
