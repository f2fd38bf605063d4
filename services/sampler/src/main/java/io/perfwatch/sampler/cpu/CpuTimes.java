package io.perfwatch.sampler.cpu;

import io.perfwatch.sampler.source.Text;

/**
 * Clock ticks of one CPU, or of all, since the kernel started. Time of guests is in the kernel's
 * {@code user} and {@code nice} too; here it is taken out of them.
 */
record CpuTimes(
        long user,
        long nice,
        long system,
        long idle,
        long iowait,
        long irq,
        long softirq,
        long steal,
        long guest) {

    /** The rest of a line of {@code /proc/stat}; kernels before 2.6.33 have fewer columns. */
    static CpuTimes from(Text text) {
        long user = text.number();
        long nice = text.number();
        long system = text.number();
        long idle = text.number();
        long iowait = text.numberOr(0);
        long irq = text.numberOr(0);
        long softirq = text.numberOr(0);
        long steal = text.numberOr(0);
        long guest = text.numberOr(0);
        long guestNice = text.numberOr(0);
        return new CpuTimes(
                user - guest,
                nice - guestNice,
                system,
                idle,
                iowait,
                irq,
                softirq,
                steal,
                guest + guestNice);
    }

    /**
     * What passed since {@code before}. The kernel's idle and iowait times may go back a little
     * when a CPU goes to sleep; that is no time at all.
     */
    CpuTimes since(CpuTimes before) {
        return new CpuTimes(
                user - before.user,
                nice - before.nice,
                system - before.system,
                Math.max(0, idle - before.idle),
                Math.max(0, iowait - before.iowait),
                irq - before.irq,
                softirq - before.softirq,
                steal - before.steal,
                guest - before.guest);
    }

    long total() {
        return user + nice + system + idle + iowait + irq + softirq + steal + guest;
    }

    long busy() {
        return total() - idle - iowait;
    }

    /** Whether a counter went back: the CPU was taken out and put in again. */
    boolean isBroken() {
        return (user | nice | system | irq | softirq | steal | guest) < 0;
    }
}
