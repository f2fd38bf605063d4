package io.perfwatch.sampler.network;

import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Speed and state from {@code /sys/class/net}; the speed takes the kernel's big network lock. */
final class Links {
    private static final int READINGS_PER_SPEED = 10;
    private static final long MEGA = 1_000_000;

    private final HostRoot root;
    private final Map<String, Watched> watched = new HashMap<>();

    private static final class Watched {
        private final KernelFile state;
        private final KernelFile speed;
        private int reading;
        private long megabits;

        Watched(HostRoot root, String name) {
            this.state = new KernelFile(root.sys("class/net/" + name + "/operstate"));
            this.speed = new KernelFile(root.sys("class/net/" + name + "/speed"));
        }

        Link look() {
            if (reading++ % READINGS_PER_SPEED == 0) {
                megabits = speed.numberOr(-1);
            }
            return new Link(megabits > 0 ? megabits * MEGA : null, up(state.lineOr("unknown")));
        }

        private static @Nullable Boolean up(String state) {
            return switch (state) {
                case "up" -> true;
                case "unknown" -> null;
                default -> false;
            };
        }
    }

    Links(HostRoot root) {
        this.root = root;
    }

    Link of(String name) {
        return watched.computeIfAbsent(name, n -> new Watched(root, n)).look();
    }

    /** Forgets the others. */
    void keep(Set<String> names) {
        watched.entrySet()
                .removeIf(e -> {
                    boolean gone = !names.contains(e.getKey());
                    if (gone) {
                        e.getValue().state.close();
                        e.getValue().speed.close();
                    }
                    return gone;
                });
    }
}
