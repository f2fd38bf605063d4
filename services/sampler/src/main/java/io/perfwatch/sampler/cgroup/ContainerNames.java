package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a container is: its id from the group's path, its names from {@code /var/log/containers},
 * where the kubelet links {@code POD_NAMESPACE_CONTAINER-ID.log}.
 */
final class ContainerNames {
    private static final int ID_LENGTH = 64;
    private static final String END = ".log";

    /** What Kubernetes calls a container. */
    record Name(String pod, String namespace, String container) {}

    private final Path directory;
    private Map<String, Name> byId = Map.of();

    ContainerNames(HostRoot root) {
        this.directory = root.file("/var/log/containers");
    }

    /** The last 64 hexadecimal digits in a row of the path's last part. */
    static @Nullable String idOf(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int digits = 0;
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ? digits + 1 : 0;
            if (digits == ID_LENGTH) {
                return last.substring(i + 1 - ID_LENGTH, i + 1);
            }
        }
        return null;
    }

    @Nullable Name find(String id) {
        return byId.get(id);
    }

    /** Looks for new ones; to be called when one is not known. */
    void refresh() {
        Map<String, Name> found = new HashMap<>();
        for (String file : Directories.names(directory)) {
            add(file, found);
        }
        byId = found;
    }

    private static void add(String file, Map<String, Name> found) {
        int id = file.length() - END.length() - ID_LENGTH;
        int first = file.indexOf('_');
        int second = file.indexOf('_', first + 1);
        if (file.endsWith(END) && first > 0 && second > first && id > second + 1) {
            found.put(
                    file.substring(id, id + ID_LENGTH),
                    new Name(
                            file.substring(0, first),
                            file.substring(first + 1, second),
                            file.substring(second + 1, id - 1)));
        }
    }
}
