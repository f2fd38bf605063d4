package io.perfwatch.sampler.filesystem;

import io.perfwatch.sampler.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A line of {@code /proc/PID/mounts}, see fstab(5). */
record Mount(String device, String point, String type, boolean readOnly) {
    /** They hold no data of their own, or, as squashfs, are always full. */
    private static final Set<String> PSEUDO =
            Set.of(
                    "autofs",
                    "binfmt_misc",
                    "bpf",
                    "cgroup",
                    "cgroup2",
                    "configfs",
                    "debugfs",
                    "devpts",
                    "devtmpfs",
                    "efivarfs",
                    "fuse.gvfsd-fuse",
                    "fuse.lxcfs",
                    "fuse.portal",
                    "fusectl",
                    "hugetlbfs",
                    "iso9660",
                    "mqueue",
                    "nsfs",
                    "overlay",
                    "proc",
                    "pstore",
                    "ramfs",
                    "rpc_pipefs",
                    "securityfs",
                    "selinuxfs",
                    "squashfs",
                    "sysfs",
                    "tmpfs",
                    "tracefs");

    /** Those with data: of several mounts of one device, the shortest. */
    static List<Mount> parse(Text text) {
        List<Mount> all = new ArrayList<>();
        while (text.hasMore()) {
            Mount mount = line(text);
            text.nextLine();
            if (mount.holdsData()) {
                all.add(mount);
            }
        }
        all.sort(Comparator.comparingInt((Mount m) -> m.point.length()));
        Map<String, Mount> byDevice = new LinkedHashMap<>();
        for (Mount mount : all) {
            byDevice.putIfAbsent(mount.device, mount);
        }
        return List.copyOf(byDevice.values());
    }

    private static Mount line(Text text) {
        String device = unescape(text.word());
        String point = unescape(text.word());
        String type = text.word();
        String options = text.word();
        return new Mount(device, point, type, options.equals("ro") || options.startsWith("ro,"));
    }

    /** The root of a container is an overlay, and the only one that says something. */
    private boolean holdsData() {
        return !point.isEmpty()
                && (!PSEUDO.contains(type) || (type.equals("overlay") && point.equals("/")));
    }

    /** {@code \040} is a blank. */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && isOctal(text, i + 1)) {
                plain.append((char) Integer.parseInt(text, i + 1, i + 4, 8));
                i += 3;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean isOctal(String text, int from) {
        return from + 3 <= text.length()
                && text.substring(from, from + 3).chars().allMatch(c -> c >= '0' && c <= '7');
    }
}
