package io.perfwatch.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

final class LoopbackOnlyTest {
    @Test
    void loopback_isFine() {
        assertThat(new LoopbackOnly(bound(InetAddress.getLoopbackAddress()))).isNotNull();
    }

    @Test
    void anyOtherAddress_stopsTheStart() {
        assertThatThrownBy(() -> new LoopbackOnly(bound(address(192, 0, 2, 1))))
                .hasMessageContaining("server.address is 192.0.2.1");
        assertThatThrownBy(() -> new LoopbackOnly(bound(address(0, 0, 0, 0))))
                .hasMessageContaining("0.0.0.0");
        assertThatThrownBy(() -> new LoopbackOnly(bound(null)))
                .hasMessageContaining("every address");
    }

    @Test
    void refusal_saysWhatToDo() {
        assertThat(new NotLoopbackFailureAnalyzer().analyze(new NotLoopbackException(null)))
                .extracting(FailureAnalysis::getAction)
                .asString()
                .contains("SERVER_ADDRESS");
    }

    private static InetAddress address(int... bytes) throws UnknownHostException {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return InetAddress.getByAddress(raw);
    }

    private static ServerProperties bound(@Nullable InetAddress address) {
        ServerProperties server = new ServerProperties();
        server.setAddress(address);
        return server;
    }
}
