package io.perfwatch.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void checkFree_namesTheTakenPortAndWhoHasIt() throws IOException {
        Ports ports = Ports.free();
        try (var taken = new ServerSocket(ports.postgres(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::checkFree)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken by java")
                    .hasMessageContaining("(pid " + ProcessHandle.current().pid() + ")");
        }
        ports.checkFree();
    }

    @Test
    void ports_mustFitAll() {
        assertThatThrownBy(() -> new Ports(65529)).hasMessageContaining("1024 to 65528");
    }
}
