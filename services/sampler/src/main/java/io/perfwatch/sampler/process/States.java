package io.perfwatch.sampler.process;

import java.util.Collection;

/** How many processes are in which state. */
final class States {
    long running;
    long sleeping;
    long blocked;
    long stopped;
    long zombie;
    long idle;

    static States of(Collection<Task> tasks) {
        States states = new States();
        for (Task task : tasks) {
            ProcessStat now = task.now;
            if (now != null) {
                states.count(now.state());
            }
        }
        return states;
    }

    void count(char state) {
        switch (state) {
            case 'R' -> running++;
            case 'S' -> sleeping++;
            case 'D' -> blocked++;
            case 'T', 't' -> stopped++;
            case 'Z', 'X' -> zombie++;
            case 'I' -> idle++;
            default -> {}
        }
    }
}
