package io.perfwatch.sampling;

import io.perfwatch.metric.HostName;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a probe's events go: as configured, else {@code NODE_NAME} (Kubernetes sets
 * it through the downward API), else the kernel's name. One resolver for all probes, so that a host
 * has one name.
 */
public final class HostNameResolver {
    private final Map<String, String> environment;
    private final Path kernelName;

    /**
     * @param root of the host's file system, {@code /} outside of a container
     */
    public HostNameResolver(Map<String, String> environment, Path root) {
        this.environment = Map.copyOf(environment);
        this.kernelName = root.resolve("proc/sys/kernel/hostname");
    }

    /**
     * @return lower case, {@code [a-z0-9._-]{1,253}}
     */
    public String resolve(@Nullable String configured) {
        for (String name : new @Nullable String[] {configured, environment.get("NODE_NAME")}) {
            if (name != null && !name.isBlank()) {
                return HostName.normalize(name);
            }
        }
        return HostName.normalize(kernelName());
    }

    private String kernelName() {
        try {
            return Files.readString(kernelName);
        } catch (IOException e) {
            return portableName();
        }
    }

    /** What macOS and Windows call themselves. */
    private static String portableName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
