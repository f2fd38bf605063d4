package io.perfwatch.gateway;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class the JVM's {@link Stack} as a parameter. */
public final class SharedStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    /** The servers come first into the store, so they are closed after the gateways. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Broker broker = Infrastructure.broker(context);
        Database database = Infrastructure.database(context);
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .computeIfAbsent(Stack.class, _ -> new Stack(broker, database), Stack.class);
    }
}
