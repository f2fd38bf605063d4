package io.perfwatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running PerfWatch for all classes that can share it, as a parameter; it ends with the last of
 * them. A class leaves it running.
 */
final class SharedPerfWatch implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PerfWatch.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedPerfWatch.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .perfwatch();
    }

    /**
     * @param data its directory, deleted at the end
     */
    private record Running(PerfWatch perfwatch, Path data) implements AutoCloseable {
        static Running start() {
            try {
                Path data = Files.createTempDirectory("perfwatch-");
                return new Running(new PerfWatch(data).up(), data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            perfwatch.close();
            List<Path> all;
            try (Stream<Path> files = Files.walk(data)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
