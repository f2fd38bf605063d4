package io.perfwatch.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackTest {
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT_RUN = new UUID(2, 2);

    private final Pack pack = new Pack();

    @Test
    void aPackIsColumns() {
        add(RUN, 41, 0, "0.1", "0");
        add(RUN, 42, 1000, "0.12", "0");
        add(RUN, 43, 2001, null, "0");
        assertThat(pack.toJson())
                .isEqualTo(
                        """
                        {"t":"1000+0,0,1","runs":["00000000-0000-0001-0000-000000000001"],\
                        "run":0,"seq":"1+41",\
                        "metrics":{"[vda].queueDepth":0,"[vda].utilization":"0.1,0.12,"}}\
                        """);
    }

    @Test
    void aSeriesIsTheDifferencesInTheLargestUnitWhereThatIsShorter() {
        add(RUN, 1, 7, "0.0051", "25276063744");
        add(RUN, 2, 1008, "0.0101", "25276067840");
        add(RUN, 3, 2006, null, "25276059648");
        add(RUN, 5, 3007, "0.005", "25276063744");
        assertThat(pack.toJson())
                .contains("\"t\":\"1000+7,1,-2,1\"", "\"seq\":\"1,2,3,5\"")
                .contains("\"[vda].queueDepth\":\"4096:6170914,1,-2,1\"")
                .contains("\"[vda].utilization\":\"0.0001:51,50,,-51\"");
    }

    @Test
    void numbersThatNoLongHoldsAreKeptAsTheyCame() {
        add(RUN, 1, 0, "1234567890123456789.5", "999999999999999999");
        add(RUN, 2, 1000, "1E-19", "0.1");
        String json = pack.toJson();
        assertThat(json)
                .contains("\"[vda].queueDepth\":\"999999999999999999,0.1\"")
                .contains("\"[vda].utilization\":\"1234567890123456789.5,0.0000000000000000001\"");
        assertThat(Pack.fromJson(json).toJson()).isEqualTo(json);
    }

    @Test
    void aMinuteTakesHardlyMoreMemoryThanItsDifferences() {
        Column column = new Column("utilization");
        for (int second = 0; second < 60; second++) {
            byte[] decimal = ("0.1234" + (10 + second * 7 % 60)).getBytes(US_ASCII);
            column.put(second, decimal, 0, decimal.length, new Scaled(), 60);
        }
        assertThat(column.capacity()).isBetween(60, 80);
    }

    @Test
    void samplesAreInTheOrderOfTime() {
        add(NEXT_RUN, 1, 2000, "3", "3");
        add(RUN, 9, 1000, "2", "2");
        add(RUN, 8, 0, "1", "1");
        assertThat(pack.toJson())
                .contains("\"t\":\"1000+0,0,0\"", "\"run\":\"0,0,1\"", "\"seq\":\"8,9,1\"")
                .contains("\"[vda].utilization\":\"1,2,3\"");
    }

    @Test
    void begin_refusesASampleThatIsHere() {
        assertThat(pack.begin(new Sample(RUN, 1, 0))).isTrue();
        assertThat(pack.begin(new Sample(RUN, 1, 0))).isFalse();
        assertThat(pack.begin(new Sample(NEXT_RUN, 1, 0))).isTrue();
        assertThat(pack.begin(new Sample(RUN, 3, 0))).isTrue();
        assertThat(pack.begin(new Sample(RUN, 2, 0))).isTrue();
        assertThat(pack.begin(new Sample(RUN, 2, 9))).isFalse();
        assertThat(pack.size()).isEqualTo(4);
    }

    @Test
    void textsAreChangeLists() {
        text(1, "idle");
        text(2, "idle");
        text(3, null);
        text(4, "busy");
        assertThat(pack.toJson())
                .endsWith("\"texts\":{\"state\":[[0,\"idle\"],[2,null],[3,\"busy\"]]}}");
        Pack read = Pack.fromJson(pack.toJson());
        assertThat(read.text("state", 1)).isEqualTo("idle");
        assertThat(read.text("state", 2)).isNull();
        assertThat(read.text("state", 3)).isEqualTo("busy");
    }

    @Test
    void numbersAreWrittenAsTheDatabaseWritesThem() {
        add(RUN, 1, 0, "1.50E3", "-0.0");
        assertThat(pack.toJson()).contains("\"[vda].queueDepth\":0,\"[vda].utilization\":1500");
    }

    @Test
    void aSecondValueOfOneSampleTakesThePlaceOfTheFirst() {
        pack.begin(new Sample(RUN, 1, 0));
        pack.number("x", "1");
        pack.number("x", "2.50");
        pack.begin(new Sample(RUN, 2, 1000));
        pack.number("x", "3");
        pack.number("x", "2.5");
        pack.begin(new Sample(RUN, 3, 2000));
        assertThat(pack.toJson()).contains("\"x\":\"2.5,2.5,\"");
    }

    @Test
    void aSeriesThatDoesNotFitItsSamplesIsRefused() {
        add(RUN, 7, 0, "1", "1");
        add(RUN, 8, 1000, "2", "2");
        String json = pack.toJson();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pack.fromJson(json.replace("\"1,2\"", "\"1\"")))
                .withMessageContaining("queueDepth has too few values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pack.fromJson(json.replace("\"1,2\"", "\"1,2,3\"")))
                .withMessageContaining("too many values");
    }

    @Test
    void listsOfDecimalsAreReadAsWell() {
        add(RUN, 7, 38, "0.25", "1");
        add(RUN, 8, 1038, "0.1234", "70000");
        add(RUN, 9, 2039, "0.126", "70001");
        String json = pack.toJson();
        String before =
                json.replace("1000+38,0,1", "38,1038,2039")
                        .replace("1+7", "7,8,9")
                        .replace("0.0001:2500,-1266,26", "0.25,0.1234,0.126")
                        .replace("1:1,69999,1", "1,70000,70001");
        assertThat(before).isNotEqualTo(json).doesNotContain("1:1", "1+7");
        assertThat(Pack.fromJson(before).toJson()).isEqualTo(json);
    }

    @Test
    void aSmallPackIsPaddedUntilTheDatabaseCompressesIt() {
        for (int second = 0; second < 60; second++) {
            add(RUN, second, second * 1000, "0." + second * second % 1000, "0");
        }
        String json = pack.toJson();
        assertThat(json).hasSizeBetween(2048, 2100).endsWith("  \"}");
        assertThat(Pack.fromJson(json).toJson()).isEqualTo(json);
    }

    @Test
    void whatJsonbRefusesIsReplaced() {
        pack.begin(new Sample(RUN, 1, 0));
        pack.number("[a\0b]", "1");
        pack.text("half", "\ud83d and \0 and \ud83d\ude00");
        Pack read = Pack.fromJson(pack.toJson());
        assertThat(read.metrics()).containsExactly("[a\ufffdb]");
        assertThat(read.text("half", 0)).isEqualTo("\ufffd and \ufffd and \ud83d\ude00");
    }

    @Test
    void aPackOfNothingButSamplesKeepsThem() {
        pack.begin(new Sample(RUN, 1, 0));
        pack.begin(new Sample(RUN, 2, 1000));
        assertThat(Pack.fromJson(pack.toJson()).samples()).isEqualTo(pack.samples());
    }

    private void add(
            UUID run, long sequence, int millis, @Nullable String utilization, String queueDepth) {
        pack.begin(new Sample(run, sequence, millis));
        if (utilization != null) {
            pack.number("[vda].utilization", utilization);
        }
        pack.number("[vda].queueDepth", queueDepth);
    }

    private void text(long sequence, @Nullable String state) {
        pack.begin(new Sample(RUN, sequence, (int) sequence));
        if (state != null) {
            pack.text("state", state);
        }
    }
}
