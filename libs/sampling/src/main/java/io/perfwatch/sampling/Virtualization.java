package io.perfwatch.sampling;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which hypervisor or container the host is in, by the signs that systemd-detect-virt(1) knows. */
public record Virtualization(HostRoot root) {
    /** What the firmware says; all words must be there. Who makes hardware too is known by two. */
    private record Sign(String name, List<String> words) {
        static Sign of(String name, String... words) {
            return new Sign(name, List.of(words));
        }

        boolean isIn(String text) {
            return words.stream().allMatch(text::contains);
        }
    }

    private static final List<Sign> SIGNS =
            List.of(
                    Sign.of("amazon", "amazon ec2"),
                    Sign.of("google", "google compute engine"),
                    Sign.of("vmware", "vmware"),
                    Sign.of("virtualbox", "innotek"),
                    Sign.of("parallels", "parallels"),
                    Sign.of("apple", "apple virtualization"),
                    Sign.of("microsoft", "microsoft corporation", "virtual machine"),
                    Sign.of("xen", "xen"),
                    Sign.of("kvm", "kvm"),
                    Sign.of("kvm", "openstack"),
                    Sign.of("kvm", "hetzner", "vserver"),
                    Sign.of("qemu", "qemu"));

    private static final List<String> DMI =
            List.of("sys_vendor", "product_name", "board_vendor", "bios_vendor");

    /** Absent on bare metal, and where there is no sign. */
    public @Nullable String detect() {
        String container = container();
        return container == null ? hypervisor() : container;
    }

    /** Whether a hypervisor is below; absent signs say that there is none. */
    public boolean isGuest() {
        return hypervisor() != null;
    }

    /** {@code container=lxc} in the environment of the first process. */
    private @Nullable String container() {
        String environment = HostSoftware.read(root.proc("1/environ"));
        if (environment != null) {
            for (String variable : environment.split("\0", -1)) {
                if (variable.startsWith("container=")) {
                    return variable.substring("container=".length());
                }
            }
        }
        return null;
    }

    /** x86 has a flag that every hypervisor sets; ARM has only what the firmware says. */
    private @Nullable String hypervisor() {
        String cpus = HostSoftware.read(root.proc("cpuinfo"));
        if (cpus == null || !cpus.contains("flags\t")) {
            String firmware = byFirmware();
            return firmware == null ? byDeviceTree() : firmware;
        }
        return cpus.contains(" hypervisor") ? Objects.requireNonNullElse(byFirmware(), "vm") : null;
    }

    /** What Amazon rents as bare metal says Amazon too. */
    private @Nullable String byFirmware() {
        String text =
                DMI.stream()
                        .map(file -> HostSoftware.read(root.sys("class/dmi/id/" + file)))
                        .map(line -> line == null ? "" : line.toLowerCase(Locale.ROOT))
                        .collect(joining("\n"));
        return SIGNS.stream()
                .filter(sign -> sign.isIn(text) && !text.contains(".metal"))
                .map(Sign::name)
                .findFirst()
                .orElse(null);
    }

    /** A node that the hypervisor adds for its guests: {@code linux,kvm}; without one, QEMU's. */
    private @Nullable String byDeviceTree() {
        Path tree = root.sys("firmware/devicetree/base");
        String compatible = HostSoftware.read(tree.resolve("hypervisor/compatible"));
        if (compatible != null) {
            return Stream.of("kvm", "xen", "vmware")
                    .filter(compatible::contains)
                    .findFirst()
                    .orElse("vm");
        }
        try (Stream<Path> nodes = Files.list(tree)) {
            return nodes.anyMatch(n -> n.getFileName().toString().startsWith("fw-cfg"))
                    ? "qemu"
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}
