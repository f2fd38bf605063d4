package io.perfwatch.sampler.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupTreeTest {
    @TempDir private Path directory;
    private Path mount;
    private int groups;

    @BeforeEach
    void mount() throws IOException {
        mount = Files.createDirectories(directory.resolve("sys/fs/cgroup"));
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory\n");
        create("system.slice");
        create("system.slice/ssh.service");
        create("kubepods");
    }

    private void create(String group) throws IOException {
        Path made = Files.createDirectory(mount.resolve(group));
        Files.writeString(made.resolve("cpu.stat"), "usage_usec 1000\nuser_usec 1\n");
        count(1);
    }

    private void delete(String group) throws IOException {
        Files.delete(mount.resolve(group).resolve("cpu.stat"));
        Files.delete(mount.resolve(group));
        count(-1);
    }

    private void count(int more) throws IOException {
        groups += more;
        Files.writeString(mount.resolve("cgroup.stat"), "nr_descendants " + groups + "\n");
    }

    private static List<String> scan(CgroupTree tree) throws IOException {
        return tree.scan().stream().map(g -> g.path).sorted().toList();
    }

    @Test
    void tree_followsGroupsThatComeAndGoAtAnyDepth() throws IOException {
        CgroupTree tree = CgroupTree.of(new HostRoot(directory));
        assertThat(scan(tree))
                .containsExactly("/kubepods", "/system.slice", "/system.slice/ssh.service");

        create("kubepods/pod1");
        create("kubepods/pod1/container");
        assertThat(scan(tree)).contains("/kubepods/pod1", "/kubepods/pod1/container");

        delete("kubepods/pod1/container");
        assertThat(scan(tree))
                .contains("/kubepods/pod1")
                .doesNotContain("/kubepods/pod1/container");
    }

    @Test
    void time_isWhatPassedBetweenTwoScans() throws IOException {
        CgroupTree tree = CgroupTree.of(new HostRoot(directory));
        assertThat(tree.scan()).allSatisfy(g -> assertThat(g.spent()).isZero());

        Files.writeString(mount.resolve("kubepods/cpu.stat"), "usage_usec 1500\n");

        assertThat(tree.scan())
                .filteredOn(g -> g.spent() > 0)
                .singleElement()
                .satisfies(g -> {
                    assertThat(g.path).isEqualTo("/kubepods");
                    assertThat(g.spent()).isEqualTo(500_000);
                });
    }
}
