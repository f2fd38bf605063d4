/**
 * What the rows of one family of one host keep. {@link io.perfwatch.pack.Pack} is a row of {@code
 * pack_raw}: the samples of one minute.
 *
 * <p>The {@code payload} column is JSON:
 *
 * <pre>
 * {"t":    "1000+0,0,1",                           ms after the row's start, ascending
 *  "runs": ["0198…"],                              the probe's runs
 *  "run":  0,                                      index into runs; "0,0,1" where it changes
 *  "seq":  "1+41",                                 sequence of each sample
 *  "metrics": {"[vda].utilization": "0.1,0.12,",   one decimal a sample; empty: absent
 *              "[vda].writtenBytes": "4096:70,1,", so many units more than the sample before
 *              "[vda].queueDepth": 0},             a number: that value in every sample
 *  "texts": {"[vda].state": [[0,"idle"],[2,null]]}, from that sample on; null: absent
 *  "pad": "   "}                                   nothing, where the database would not compress
 * </pre>
 *
 * A list is in the shortest of the forms that {@link io.perfwatch.pack.Numbers} tells of; in SQL
 * {@code perfwatch_list} reads them all. Only {@code t} always has an entry for each sample.
 *
 * <p>A path in {@code metrics} is the part inside the family, see {@code
 * io.perfwatch.metric.MetricPath#insideFamily}. Booleans are 0 and 1. {@code texts} is left out
 * where there are none. {@link io.perfwatch.pack.Pack#fromJson} reads it.
 *
 * <p>{@link io.perfwatch.pack.Rollup} is a row of {@code pack_minute} (the minutes of an hour) or
 * {@code pack_hour} (the hours of a day):
 *
 * <pre>
 * {"t": "0,60000", "runs": ["0198…"], "run": 0, "seq": "60,120",   of each span's newest sample
 *  "samples": 60, "seconds": "60,59.998",                          how many, and what they cover
 *  "metrics": {"totalBytes":   16000000000,                        one number: each sample of all spans
 *              "runningTasks": "1,2",                              decimals: each sample of that span
 *              "utilization":  {"min": "0,0.1", "avg": "0.2,0.3", "max": 1, "count": "60,58"}}}
 * </pre>
 *
 * {@code count} is left out where it is that of {@code samples}.
 */
@NullMarked
package io.perfwatch.pack;

import org.jspecify.annotations.NullMarked;
