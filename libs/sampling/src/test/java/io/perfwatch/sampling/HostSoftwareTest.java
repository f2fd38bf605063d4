package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSoftwareTest {
    @ParameterizedTest
    @CsvSource({"aarch64, arm64", "x86_64, amd64", "amd64, amd64", "riscv64, riscv64"})
    void architecture_hasOneNameOnAllSystems(String ofJava, String expected) {
        assertThat(HostSoftware.architecture(ofJava)).isEqualTo(expected);
    }
}
