package io.perfwatch.endtoend;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people see: a real Chromium, this host and fifty simulated ones. The steps are in
 * frontend/e2e.
 */
@Order(1)
@ExtendWith(SharedPerfWatch.class)
@TestInstance(Lifecycle.PER_CLASS)
class DashboardIT {

    private final PerfWatch perfwatch;
    private Fleet fleet;

    DashboardIT(PerfWatch perfwatch) {
        this.perfwatch = perfwatch;
    }

    @BeforeAll
    void startFleet() throws IOException {
        fleet = Fleet.start(perfwatch);
    }

    @AfterAll
    void endFleet() {
        fleet.close();
    }

    @Test
    void pages_doWhatPeopleComeFor() throws IOException, InterruptedException {
        Browser.run(perfwatch, "e2e", Map.of());
    }

    @Tag("full")
    @Test
    void pages_doEverythingInEveryLook() throws IOException, InterruptedException {
        fleet.depart(perfwatch);
        Browser.run(perfwatch, "e2e:full", Map.of());
    }
}
