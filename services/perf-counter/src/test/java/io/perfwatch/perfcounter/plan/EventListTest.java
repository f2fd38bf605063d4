package io.perfwatch.perfcounter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventListTest {
    @Test
    void parse_readsPerfsNotation() {
        assertThat(EventList.parse("{cycles, instructions},task-clock,{msr/tsc/}"))
                .containsExactly(
                        EventGroup.of("cycles", "instructions"),
                        EventGroup.of("task-clock"),
                        EventGroup.of("msr/tsc/"));
    }

    @Test
    void parse_leavesCommasAndBracesInsideSlashes() {
        assertThat(EventList.parse("cpu/event=0x3c,umask=0x1/,cycles:u"))
                .containsExactly(
                        EventGroup.of("cpu/event=0x3c,umask=0x1/"), EventGroup.of("cycles:u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,,b", "{a", "a}", "{}", "{a,}", "a{b}", "{{a}}", "cpu/a"})
    void parse_saysWhatIsWrong(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventList.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void plan_writesWhatItHasRead() {
        String text = "{cycles,instructions},task-clock,{instructions,LLC-loads}";
        EventPlan plan = new EventPlan(EventList.parse(text), false);

        assertThat(plan.eventArgument()).isEqualTo(text);
        assertThat(plan.groupsOf("instructions")).containsExactly(0, 2);
        assertThat(plan.groupsOf("stranger")).isEmpty();
    }

    @Test
    void plan_knowsAnEventByItsPmu() {
        EventPlan plan = new EventPlan(EventList.parse("cycles,branches:u,msr/tsc/"), false);

        assertThat(plan.askedFor("cycles")).isEqualTo("cycles");
        assertThat(plan.askedFor("cpu_atom/cycles/")).isEqualTo("cycles");
        assertThat(plan.askedFor("cpu_atom/branches/u")).isEqualTo("branches:u");
        assertThat(plan.askedFor("msr/tsc/")).isEqualTo("msr/tsc/");
        assertThat(plan.askedFor("msr/other/")).isNull();
    }

    @Test
    void profile_defaultNeedsFourCounters() {
        List<String> hardware =
                Profile.DEFAULT.choices().stream()
                        .map(c -> c.alternatives().getFirst())
                        .filter(g -> g.events().size() == 2)
                        .flatMap(g -> g.events().stream())
                        .toList();

        assertThat(hardware).containsExactly("cycles", "instructions", "branches", "branch-misses");
    }
}
