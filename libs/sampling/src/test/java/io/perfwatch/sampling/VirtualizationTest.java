package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualizationTest {
    @TempDir private Path root;

    @Nested
    class X86 {
        @Test
        void withoutTheHypervisorsFlag_isBareMetalWhateverTheFirmwareSays() throws IOException {
            write("proc/cpuinfo", "flags\t\t: fpu vme\n");
            dmi("Amazon EC2", "m5.metal");

            assertThat(virtualization().detect()).isNull();
            assertThat(virtualization().isGuest()).isFalse();
        }

        @Test
        void withTheFlag_isWhatTheFirmwareSays() throws IOException {
            write("proc/cpuinfo", "flags\t\t: fpu hypervisor\n");
            assertThat(virtualization().detect()).isEqualTo("vm");

            dmi("Amazon EC2", "m5.large");
            assertThat(virtualization().detect()).isEqualTo("amazon");
        }

        @Test
        void container_isSaidBeforeTheMachineThatItIsOn() throws IOException {
            write("proc/cpuinfo", "flags\t\t: fpu hypervisor\n");
            write("proc/1/environ", "PATH=/bin\0container=lxc\0");

            assertThat(virtualization().detect()).isEqualTo("lxc");
            assertThat(virtualization().isGuest()).isTrue();
        }
    }

    @Nested
    class Arm {
        @BeforeEach
        void cpus() throws IOException {
            write("proc/cpuinfo", "Features\t: fp asimd flagm\nCPU part\t: 0xd0c\n");
        }

        @ParameterizedTest
        @CsvSource({
            "Amazon EC2, m7g.large, amazon",
            "Google, Google Compute Engine, google",
            "Microsoft Corporation, Virtual Machine, microsoft",
            "QEMU, KVM Virtual Machine, kvm",
            "QEMU, QEMU Virtual Machine, qemu",
            "Hetzner, vServer, kvm",
            "'VMware, Inc.', VMware20, vmware",
            "Parallels International GmbH., Parallels ARM Virtual Machine, parallels",
            "Apple Inc., Apple Virtualization Generic Platform, apple"
        })
        void guest_isKnownByItsFirmware(String vendor, String product, String expected)
                throws IOException {
            dmi(vendor, product);
            assertThat(virtualization().detect()).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "Amazon EC2, a1.metal",
            "Google, Herobrine",
            "Microsoft Corporation, Surface Pro X",
            "Ampere, Mt. Jade",
            "Raspberry Pi Foundation, Raspberry Pi 4 Model B"
        })
        void hardware_isNoGuest(String vendor, String product) throws IOException {
            dmi(vendor, product);
            assertThat(virtualization().detect()).isNull();
        }

        @Test
        void guestWithoutThatFirmware_isKnownByItsDeviceTree() throws IOException {
            write("sys/firmware/devicetree/base/model", "linux,dummy-virt\0");
            assertThat(virtualization().detect()).isNull();

            write("sys/firmware/devicetree/base/fw-cfg@9020000/compatible", "qemu,fw-cfg-mmio\0");
            assertThat(virtualization().detect()).isEqualTo("qemu");

            write("sys/firmware/devicetree/base/hypervisor/compatible", "linux,kvm\0");
            assertThat(virtualization().detect()).isEqualTo("kvm");
        }
    }

    private Virtualization virtualization() {
        return new Virtualization(new HostRoot(root));
    }

    private void dmi(String vendor, String product) throws IOException {
        write("sys/class/dmi/id/sys_vendor", vendor + "\n");
        write("sys/class/dmi/id/product_name", product + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
