package io.perfwatch.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the JVM's {@link Broker} and {@link Database} as parameters, both empty when
 * the class begins. They are started when first asked for and end with the JVM.
 */
public final class Infrastructure implements BeforeAllCallback, ParameterResolver {

    private record Running<T>(T server, Path directory, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
            delete(directory);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        broker(context).clear();
        database(context).clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Broker.class || type == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Broker.class
                ? broker(context)
                : database(context);
    }

    private static Broker broker(ExtensionContext context) {
        return shared(context, Broker.class, EmbeddedBroker::new, Broker::kill);
    }

    private static Database database(ExtensionContext context) {
        return shared(context, Database.class, EmbeddedDatabase::new, Database::stop);
    }

    @SuppressWarnings("unchecked") // stored under its own type
    private static <T> T shared(
            ExtensionContext context, Class<T> type, Function<Path, T> make, Consumer<T> end) {
        Running<T> running =
                (Running<T>)
                        context.getRoot()
                                .getStore(ExtensionContext.Namespace.create(Infrastructure.class))
                                .computeIfAbsent(
                                        type,
                                        _ -> {
                                            Path directory = directory(type.getSimpleName());
                                            T server = make.apply(directory);
                                            return new Running<>(
                                                    server, directory, () -> end.accept(server));
                                        });
        return running.server;
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory("perfwatch-test-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
