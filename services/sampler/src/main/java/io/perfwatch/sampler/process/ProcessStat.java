package io.perfwatch.sampler.process;

import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.Text;

/**
 * {@code /proc/PID/stat}, see proc_pid_stat(5). Read of every process, so it makes no string.
 *
 * @param state as ps(1) shows it
 * @param ticks of CPU time, user and system
 * @param startTicks since the kernel started
 */
record ProcessStat(
        char state, long parentPid, long ticks, long threads, long startTicks, long pages) {

    /** The name stands in parentheses and may hold anything, so it is stepped over from behind. */
    static ProcessStat from(Text text) {
        text.skipPastLast(')');
        char state = text.character();
        long parent = text.number();
        text.skipWords(9);
        long ticks = text.number() + text.number();
        text.skipWords(4);
        long threads = text.number();
        text.skipWord();
        long start = text.number();
        text.skipWord();
        return new ProcessStat(state, parent, ticks, threads, start, text.number());
    }

    long memoryBytes() {
        return pages * Machine.PAGE_BYTES;
    }
}
