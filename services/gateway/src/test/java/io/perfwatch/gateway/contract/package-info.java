/** The OpenAPI document: written from the code, and held against what the gateway answers. */
@NullMarked
package io.perfwatch.gateway.contract;

import org.jspecify.annotations.NullMarked;
