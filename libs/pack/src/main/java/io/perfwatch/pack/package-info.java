/**
 * The samples of one family of one host over one minute, as a row of {@code pack_raw} keeps them.
 *
 * <p>The {@code payload} column is JSON:
 *
 * <pre>
 * {"t":    "0,1000,2001",                          ms after the row's start, ascending
 *  "runs": ["0198…"],                              the probe's runs
 *  "run":  0,                                      index into runs; "0,0,1" where it changes
 *  "seq":  "41,42,43",                             sequence of each sample
 *  "metrics": {"[vda].utilization": "0.1,0.12,",   one decimal a sample; empty: absent
 *              "[vda].queueDepth": 0},             a number: that value in every sample
 *  "texts": {"[vda].state": [[0,"idle"],[2,null]]}} from that sample on; null: absent
 * </pre>
 *
 * A path in {@code metrics} is the part inside the family, see {@code
 * io.perfwatch.metric.MetricPath#insideFamily}. Booleans are 0 and 1. {@code texts} is left out
 * where there are none. {@link io.perfwatch.pack.Pack#fromJson} reads it.
 */
@NullMarked
package io.perfwatch.pack;

import org.jspecify.annotations.NullMarked;
