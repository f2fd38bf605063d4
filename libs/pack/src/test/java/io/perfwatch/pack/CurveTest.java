package io.perfwatch.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void lists_areRead() {
        assertThat(Numbers.read("0.1,,3", 3)).containsExactly(0.1, Double.NaN, 3);
        assertThat(Numbers.read(",1,", 3)).containsExactly(Double.NaN, 1, Double.NaN);
        assertThat(Numbers.read("7", 3)).containsExactly(7, 7, 7);
        assertThat(Numbers.read("", 2)).containsExactly(Double.NaN, Double.NaN);
        assertThat(Numbers.count("")).isZero();
        assertThat(Numbers.count("0,1,2")).isEqualTo(3);
    }

    @Test
    void everyNumber_isWhatJavaReads() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            BigDecimal decimal =
                    BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20));
            for (String text : List.of(decimal.toPlainString(), Double.toString(number))) {
                assertThat(Numbers.read(text, 1)[0])
                        .as(text)
                        .isEqualTo(Double.valueOf(Double.parseDouble(text)));
            }
        }
        assertThat(Numbers.read("-0.5,1.5E3,0", 3)).containsExactly(-0.5, 1500, 0);
    }

    @Test
    void differences_areTheNearestNumbers() {
        assertThat(
                        Numbers.read(
                                "1:-999999999999999999,1999999999999999998,-1999999999999999998",
                                3))
                .containsExactly(-1e18, 1e18, -1e18);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal unit =
                    BigDecimal.valueOf(
                            1 + random.nextInt(5000), random.nextInt(Scaled.MOST_DIGITS));
            long first = random.nextLong() >> random.nextInt(10, 64);
            long more = random.nextInt(-1000, 1000);
            String list = unit.toPlainString() + ":" + first + ",," + more;
            assertThat(Numbers.read(list, 3))
                    .as(list)
                    .containsExactly(
                            unit.multiply(BigDecimal.valueOf(first)).doubleValue(),
                            Double.NaN,
                            unit.multiply(BigDecimal.valueOf(first + more)).doubleValue());
        }
    }

    @Test
    void steps_goOnAtTheEnd() {
        assertThat(Numbers.read("1000+38,0,1,-2", 4)).containsExactly(38, 1038, 2039, 3037);
        assertThat(Numbers.read("1+41", 3)).containsExactly(41, 42, 43);
        assertThat(Numbers.read("1+41,0,5", 4)).containsExactly(41, 42, 48, 49);
        assertThat(Numbers.read("1E+3,2", 2)).containsExactly(1000, 2);
    }

    @Test
    void listsOfAnotherLength_areRefused() {
        assertThatThrownBy(() -> Numbers.read("1:1,2", 3)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> Numbers.read("1:1,2,3", 2)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> Numbers.read("1+1,2,3", 2)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> Numbers.read("1,2", 3)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> Numbers.read("1,2,3", 2)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> Numbers.read("1,x", 2)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aPacksMetric_isWhatThePackSays() {
        Random random = new Random(5);
        for (int size = 1; size < 200; size++) {
            StringJoiner text = new StringJoiner(",");
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(100) / 8.0;
                text.add(Double.isNaN(values[i]) ? "" : Double.toString(values[i]));
            }
            Curve curve = Curve.ofPack(text.toString(), size);
            for (int i = 0; i < size; i++) {
                assertThat(curve.isPresent(i)).isEqualTo(!Double.isNaN(values[i]));
                assertThat(curve.maximum(i)).isEqualTo(Double.valueOf(values[i]));
                assertThat(curve.count(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void aRollupsMetric_isRead() {
        double[] samples = {60, 59};
        Curve spread =
                Curve.ofRollup(
                        "{\"avg\": \"0.5,0.6\", \"max\": 1, \"min\": \"0,\", \"count\": \"30,29\"}",
                        2,
                        samples);
        Curve single = Curve.ofRollup("3,4", 2, samples);

        assertThat(spread.minimum(0)).isZero();
        assertThat(spread.average(1)).isEqualTo(0.6);
        assertThat(spread.maximum(1)).isEqualTo(1);
        assertThat(spread.count(1)).isEqualTo(29);
        assertThat(single.minimum(1)).isEqualTo(4);
        assertThat(single.count(1)).isEqualTo(59);
    }
}
