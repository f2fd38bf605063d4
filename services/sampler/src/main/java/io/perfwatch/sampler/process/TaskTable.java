package io.perfwatch.sampler.process;

import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** All processes, first phase: one short read each, of a file that stays open. */
final class TaskTable {
    /** Files that stay open; more processes are read by opening theirs each time. */
    private static final int KEPT_FILES = 4096;

    private final Path proc;
    private final Map<Integer, Task> tasks = new LinkedHashMap<>();

    TaskTable(HostRoot root) {
        this.proc = root.proc("");
    }

    Collection<Task> scan() throws IOException {
        String[] names = proc.toFile().list();
        if (names == null) {
            throw new IOException("cannot list " + proc);
        }
        Map<Integer, Task> ended = new LinkedHashMap<>(tasks);
        for (String name : names) {
            int pid = pid(name);
            if (pid > 0) {
                Task known = ended.remove(pid);
                if (known == null || !read(known)) {
                    add(pid);
                }
            }
        }
        ended.values().forEach(this::remove);
        return tasks.values();
    }

    private void add(int pid) {
        Task task = new Task(pid, proc.resolve(Integer.toString(pid)), tasks.size() < KEPT_FILES);
        if (read(task)) {
            tasks.put(pid, task);
        } else {
            tasks.remove(pid);
        }
    }

    private boolean read(Task task) {
        try {
            task.read();
            return true;
        } catch (IOException e) {
            task.close();
            return false;
        }
    }

    private void remove(Task task) {
        task.close();
        tasks.remove(task.pid);
    }

    /** 0 if it is none. */
    private static int pid(String name) {
        int pid = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || i > 9) {
                return 0;
            }
            pid = pid * 10 + (c - '0');
        }
        return pid;
    }
}
