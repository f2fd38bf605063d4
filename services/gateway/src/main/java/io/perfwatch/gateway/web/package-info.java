/** What holds for every answer over HTTP: problems, who may ask, the dashboard and its headers. */
@NullMarked
package io.perfwatch.gateway.web;

import org.jspecify.annotations.NullMarked;
