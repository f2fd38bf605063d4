package io.perfwatch.gateway.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.GatewayProperties;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** In a JVM of its own, with the options that the gateway has on one machine. */
class SoftHeapLimitIT {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void whatTheHeapTookForALargeQuestionIsGivenBack() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@../../infra/jvm/gateway",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String last =
                new String(program.getInputStream().readAllBytes(), UTF_8)
                        .lines()
                        .toList()
                        .getLast();
        assertThat(program.waitFor()).isZero();
        int[] mebibytes = Arrays.stream(last.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(mebibytes[0]).as("while it is answered").isGreaterThan(100);
        assertThat(mebibytes[1]).as("after it").isLessThanOrEqualTo(65);
    }

    /** Prints the mebibytes that the heap has before and after. */
    @EnableConfigurationProperties(GatewayProperties.class)
    @Import(SoftHeapLimit.class)
    static class Program {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        public static void main(String... args) {
            try (var context =
                    new SpringApplicationBuilder(Program.class)
                            .web(WebApplicationType.NONE)
                            .run(args)) {
                long before = answer();
                context.getBean(SoftHeapLimit.class).keep();
                System.out.println(before + " " + heap());
            }
        }

        private static long answer() {
            byte[][] values = new byte[100][];
            for (int i = 0; i < values.length; i++) {
                values[i] = new byte[MEBIBYTE];
            }
            return values.length == 100 ? heap() : 0;
        }

        private static long heap() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted()
                    / MEBIBYTE;
        }
    }
}
