package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

final class ExposureTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Users NONE = TestUsers.of(List.of());
    private static final Users SOME = TestUsers.of(List.of(TestUsers.VIEWER));

    @Test
    void withoutUsers_loopbackIsFine() {
        assertThatCode(() -> expose(LOOPBACK, LOOPBACK, NONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "2001:db8::1", "::"})
    void withoutUsers_anyOtherAddressStopsTheStart(String address) throws UnknownHostException {
        InetAddress open = InetAddress.getByName(address);

        assertThatThrownBy(() -> expose(open, LOOPBACK, NONE))
                .hasMessageContaining("server.address is " + open.getHostAddress());
        assertThatThrownBy(() -> expose(LOOPBACK, open, NONE))
                .hasMessageContaining("management.server.address is " + open.getHostAddress());
    }

    @Test
    void withoutUsers_noAddressIsEveryAddress() {
        assertThatThrownBy(() -> expose(null, LOOPBACK, NONE))
                .hasMessageContaining("every address");
        assertThatThrownBy(() -> expose(LOOPBACK, null, NONE))
                .hasMessageContaining("every address");
    }

    @Test
    void withUsers_anyAddressIsFine() {
        assertThatCode(() -> expose(null, null, SOME)).doesNotThrowAnyException();
    }

    @Test
    void refusal_saysWhatToDo() {
        assertThat(
                        new AccessFailureAnalyzer()
                                .analyze(new MisconfiguredAccessException("nobody is there")))
                .extracting(FailureAnalysis::getAction)
                .asString()
                .contains("SERVER_ADDRESS", "USERS_FILE", "hash-password");
    }

    private static void expose(
            @Nullable InetAddress address, @Nullable InetAddress management, Users users) {
        ServerProperties server = new ServerProperties();
        server.setAddress(address);
        ManagementServerProperties managed = new ManagementServerProperties();
        managed.setAddress(management);
        assertThat(new Exposure(server, managed, users)).isNotNull();
    }
}
