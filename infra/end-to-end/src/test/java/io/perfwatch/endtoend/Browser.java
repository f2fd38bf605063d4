package io.perfwatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

/** The browser tests of frontend/e2e, as Playwright runs them. */
final class Browser {

    private Browser() {}

    /**
     * Fails with what Playwright said.
     *
     * @param script of frontend/package.json
     * @param more environment
     */
    static void run(PerfWatch perfwatch, String script, Map<String, String> more)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("npm", "run", "--silent", script)
                        .directory(Script.REPOSITORY.resolve("frontend").toFile())
                        .redirectErrorStream(true);
        builder.environment().put("PERFWATCH_URL", perfwatch.dashboard().toString());
        builder.environment().put("CHROMIUM", Chromium.path());
        builder.environment().putAll(more);
        Process browser = builder.start();
        String said = new String(browser.getInputStream().readAllBytes(), UTF_8);
        assertThat(browser.waitFor()).as(said).isZero();
    }
}
