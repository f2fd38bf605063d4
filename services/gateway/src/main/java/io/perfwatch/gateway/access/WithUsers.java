package io.perfwatch.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There only if users are configured: without them nobody logs in, and nothing of it is made. */
@Conditional(WithUsers.AreConfigured.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithUsers {

    /** Either way of {@link io.perfwatch.gateway.GatewayProperties.Access}. */
    final class AreConfigured implements Condition {
        private static final String PREFIX = "perfwatch.gateway.access.";

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Binder binder = Binder.get(context.getEnvironment());
            return binder.bind(PREFIX + "users-file", String.class).isBound()
                    || binder.bind(PREFIX + "users[0].name", String.class).isBound();
        }
    }
}
