package io.perfwatch.test;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the JVM's {@link Broker} and {@link Database} as parameters, empty when the
 * class first asks. They are started when first asked for and end with the JVM.
 *
 * <p>Containers where a Docker engine answers, else processes of this machine; {@code
 * -Dperfwatch.test.infrastructure=containers} or {@code embedded} says which.
 */
public final class Infrastructure implements ParameterResolver {
    private static final String CHOICE = "perfwatch.test.infrastructure";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Broker.class || type == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Broker.class
                ? emptied(context, broker(context), Broker::clear)
                : emptied(context, database(context), Database::clear);
    }

    private static <T> T emptied(ExtensionContext context, T server, Consumer<T> clear) {
        record Use(Class<?> test, Object server) {}

        store(context)
                .computeIfAbsent(
                        new Use(context.getRequiredTestClass(), server),
                        use -> {
                            clear.accept(server);
                            return use;
                        });
        return server;
    }

    /** For an extension that shares more than this: not emptied, perhaps not started. */
    public static Broker broker(ExtensionContext context) {
        return shared(
                context,
                Broker.class,
                () -> usesContainers() ? new ContainerBroker() : new EmbeddedBroker());
    }

    /** As {@link #broker}. */
    public static Database database(ExtensionContext context) {
        return shared(
                context,
                Database.class,
                () -> usesContainers() ? new ContainerDatabase() : new EmbeddedDatabase());
    }

    private static boolean usesContainers() {
        String choice = System.getProperty(CHOICE, "");
        return switch (choice) {
            case "containers" -> true;
            case "embedded" -> false;
            case "" -> ContainerServer.isPossible();
            default ->
                    throw new IllegalArgumentException(
                            CHOICE + " is containers or embedded, was " + choice);
        };
    }

    /** The root store closes what it holds when the tests are over. */
    private static <T> T shared(ExtensionContext context, Class<T> type, Supplier<T> make) {
        return store(context).computeIfAbsent(type, _ -> make.get(), type);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(Infrastructure.class));
    }
}
