package io.perfwatch.sampler.disk;

import io.perfwatch.sampling.HostRoot;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells disks from partitions and from devices that hold no data of their own. */
public final class WholeDisks {
    private static final List<String> LEFT_OUT = List.of("loop", "ram", "zram", "sr", "fd", "nbd");

    private final HostRoot root;
    private final Map<String, Boolean> known = new HashMap<>();

    public WholeDisks(HostRoot root) {
        this.root = root;
    }

    /** Asks {@code /sys/block} once a name: partitions are not in it. */
    public boolean contains(String name) {
        return known.computeIfAbsent(name, this::look);
    }

    private boolean look(String name) {
        for (String prefix : LEFT_OUT) {
            boolean numbered =
                    name.length() > prefix.length()
                            && Character.isDigit(name.charAt(prefix.length()));
            if (numbered && name.startsWith(prefix)) {
                return false;
            }
        }
        // In /sys a slash of a name is an exclamation mark: cciss!c0d0.
        return !name.isEmpty() && Files.exists(root.sys("block/" + name.replace('/', '!')));
    }
}
