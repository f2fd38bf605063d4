package io.perfwatch.gateway.system;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the settings page tells of PerfWatch itself. */
@RestController
class SystemController {
    private final SystemStates states;

    SystemController(SystemStates states) {
        this.states = states;
    }

    /** How it is now; sizes are at most ten seconds old. */
    @GetMapping("/api/v1/system")
    SystemState system() {
        return states.now();
    }
}
