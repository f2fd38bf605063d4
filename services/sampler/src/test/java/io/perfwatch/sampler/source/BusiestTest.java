package io.perfwatch.sampler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusiestTest {
    private final Busiest<String> busiest = new Busiest<>(2);

    private List<String> of(Object... namesAndScores) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < namesAndScores.length; i += 2) {
            scores.put((String) namesAndScores[i], (Double) namesAndScores[i + 1]);
        }
        return busiest.of(scores.keySet(), name -> scores.getOrDefault(name, 0.0));
    }

    @Test
    void newcomer_hasToBeAQuarterBusier() {
        assertThat(of("a", 5.0, "b", 4.0, "c", 1.0)).containsExactly("a", "b");
        assertThat(of("a", 5.0, "b", 4.0, "c", 4.9)).containsExactly("a", "b");
        assertThat(of("a", 5.0, "b", 4.0, "c", 5.1)).containsExactly("a", "c");
        assertThat(of("a", 5.0, "b", 6.0, "c", 5.1)).containsExactly("c", "a");
    }

    @Test
    void idleOne_keepsItsPlaceUntilSomebodyNeedsIt() {
        assertThat(of("a", 5.0, "b", 4.0, "c", 0.0)).containsExactly("a", "b");
        assertThat(of("c", 0.0, "a", 5.0, "b", 0.0)).containsExactly("a", "b");
        assertThat(of("c", 0.1, "a", 5.0, "b", 0.0)).containsExactly("a", "c");
    }

    @Test
    void goneOne_leavesItsPlace() {
        assertThat(of("a", 5.0, "b", 4.0)).containsExactly("a", "b");
        assertThat(of("b", 4.0, "c", 0.0)).containsExactly("b", "c");
        assertThat(of("b", 4.0)).containsExactly("b");
    }
}
