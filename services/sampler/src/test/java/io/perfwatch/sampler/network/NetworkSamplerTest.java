package io.perfwatch.sampler.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.NetworkInterface;
import io.perfwatch.sampler.source.Text;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NetworkSamplerTest {
    private static Map<String, InterfaceReading> dev(String... interfaces) {
        return NetworkSampler.parse(
                Text.of("Inter-|\n face |\n" + String.join("\n", interfaces) + "\n"));
    }

    private static NetworkInterface eth0(String before, String after) {
        return Objects.requireNonNull(
                NetworkSampler.from(dev(before), dev(after), 2).interfaces().get("eth0"));
    }

    @Test
    void counters_becomeRates() {
        NetworkInterface rates =
                eth0(
                        "eth0: 1000 10 0 0 0 0 0 0 500 5 0 0 0 0 0 0",
                        "eth0: 3000 14 0 2 0 0 0 0 500 5 0 0 0 0 0 0");
        assertThat(rates.receivedBytesPerSecond()).isEqualTo(1000);
        assertThat(rates.receivedPacketsPerSecond()).isEqualTo(2);
        assertThat(rates.receiveDropsPerSecond()).isEqualTo(1);
        assertThat(rates.sentBytesPerSecond()).isZero();
    }

    @Test
    void counterThatWentBack_isAbsentAndNoSpike() {
        NetworkInterface pluggedAgain =
                eth0(
                        "eth0: 4294967000 10 0 0 0 0 0 0 500 5 0 0 0 0 0 0",
                        "eth0: 96 1 0 0 0 0 0 0 700 7 0 0 0 0 0 0");
        assertThat(pluggedAgain.receivedBytesPerSecond()).isNull();
        assertThat(pluggedAgain.receivedPacketsPerSecond()).isNull();
        assertThat(pluggedAgain.sentBytesPerSecond()).isEqualTo(100);
    }

    @Test
    void newInterface_comesWithItsSecondReading() {
        String line = "eth0: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0";
        assertThat(NetworkSampler.from(dev(), dev(line), 1).interfaces()).isEmpty();
    }
}
