package io.perfwatch.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BlocksTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Blocks blocks = new Blocks(MEBIBYTE);
    private final Random random = new Random(1);

    @Test
    void everyLength_comesBackAsItWasPut() {
        for (int length = 0; length <= 3 * Blocks.SIZE; length++) {
            byte[] bytes = bytes(length);

            Blocks.Chain chain = blocks.put(bytes, length);

            assertThat(blocks.get(chain)).isEqualTo(bytes);
            assertThat(chain.bytes()).isGreaterThan(length).isLessThan(length + 2 * Blocks.SIZE);
        }
    }

    @Test
    void onlyTheBeginning_isPut() {
        byte[] bytes = bytes(2000);

        assertThat(blocks.get(blocks.put(bytes, 700))).isEqualTo(Arrays.copyOf(bytes, 700));
    }

    @Test
    void givenBack_isTakenAgainAndOthersStayAsTheyAre() {
        List<Blocks.Chain> held = new ArrayList<>();
        Map<Blocks.Chain, byte[]> contents = new HashMap<>();
        long most = 0;
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = bytes(random.nextInt(20_000));
            Blocks.Chain added = blocks.put(bytes, bytes.length);
            held.add(added);
            contents.put(added, bytes);
            now += added.bytes();
            most = Math.max(most, now);
            while (held.size() > 400) {
                Blocks.Chain one = held.remove(random.nextInt(held.size()));
                assertThat(blocks.get(one)).isEqualTo(contents.remove(one));
                blocks.giveBack(one);
                now -= one.bytes();
            }
            assertThat(blocks.held()).isEqualTo(now);
        }

        assertThat(blocks.reserved()).isBetween(most, most + MEBIBYTE);
    }

    @Test
    void moreThanTheJvmGives_isRefusedAtOnce() {
        assertThatThrownBy(() -> new Blocks(Long.MAX_VALUE / 2))
                .hasMessageContaining("perfwatch.gateway.recent.size is")
                .hasMessageContaining("-XX:MaxDirectMemorySize");
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
