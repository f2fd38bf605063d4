package io.perfwatch.sampling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which hypervisor or container the host is in, by the signs that systemd-detect-virt(1) knows. */
record Virtualization(HostRoot root) {
    private static final Map<String, String> BY_VENDOR =
            Map.of(
                    "qemu", "qemu",
                    "kvm", "kvm",
                    "amazon ec2", "amazon",
                    "google", "google",
                    "vmware", "vmware",
                    "innotek", "virtualbox",
                    "xen", "xen",
                    "microsoft corporation", "microsoft",
                    "parallels", "parallels",
                    "apple virtualization", "apple");

    private static final List<String> DMI =
            List.of("sys_vendor", "product_name", "board_vendor", "bios_vendor");

    /** Absent on bare metal, and where there is no sign. */
    @Nullable String detect() {
        String container = container();
        if (container != null) {
            return container;
        }
        boolean guest = isGuest();
        for (String file : DMI) {
            String text = HostSoftware.read(root.sys("class/dmi/id/" + file));
            String known = text == null || !guest ? null : vendor(text.toLowerCase(Locale.ROOT));
            if (known != null) {
                return known;
            }
        }
        return guest ? "vm" : null;
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

    /** The flag that every x86 hypervisor sets. */
    private boolean isGuest() {
        String cpus = HostSoftware.read(root.proc("cpuinfo"));
        return cpus != null && cpus.contains(" hypervisor");
    }

    private static @Nullable String vendor(String text) {
        for (Map.Entry<String, String> vendor : BY_VENDOR.entrySet()) {
            if (text.contains(vendor.getKey())) {
                return vendor.getValue();
            }
        }
        return null;
    }
}
