package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameResolverTest {
    @TempDir Path root;

    @BeforeEach
    void kernel() throws IOException {
        Path name = root.resolve("proc/sys/kernel/hostname");
        Files.createDirectories(name.getParent());
        Files.writeString(name, "Kernel-Name\n");
    }

    @Test
    void configuredName_wins() {
        var resolver = new HostNameResolver(Map.of("NODE_NAME", "node"), root);
        assertThat(resolver.resolve("Web 1.example")).isEqualTo("web-1.example");
    }

    @Test
    void nodeName_isNext() {
        var resolver = new HostNameResolver(Map.of("NODE_NAME", "node"), root);
        assertThat(resolver.resolve(" ")).isEqualTo("node");
    }

    @Test
    void kernelsName_isLast() {
        assertThat(new HostNameResolver(Map.of(), root).resolve(null)).isEqualTo("kernel-name");
    }
}
