package io.perfwatch.bench.dlt;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A line a letter, oldest first. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "A line a dead letter: when, where it came from, its key, its bytes, and what failed.")
final class ListCommand implements Callable<Integer> {
    @Mixin private final Letters letters = new Letters();
    @Spec private @Nullable CommandSpec spec;
    private long count;

    @Override
    public Integer call() throws IOException {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            letters.all(letter -> print(out, letter));
            out.println(count + " dead letters");
            out.flush();
        }
        return 0;
    }

    private void print(PrintWriter out, Letter letter) {
        count++;
        out.printf(
                "%s  %s  %s  %s bytes%s  %s%n",
                letter.time(),
                letter.origin(),
                printable(letter.key()),
                letter.bytes(),
                letter.canBeRedriven() ? "" : " (not all kept)",
                printable(letter.reason()));
    }

    /** A key may hold what would move the cursor of a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
