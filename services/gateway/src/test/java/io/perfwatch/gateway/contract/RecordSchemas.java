package io.perfwatch.gateway.contract;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.perfwatch.metric.HostEvent;
import io.perfwatch.metric.Metric;
import io.perfwatch.metric.ProcessSample;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says of each record what its annotations say: which members always come, which of them and of
 * their elements may be null, and what is inside a JSON that is passed on as it came.
 */
final class RecordSchemas implements ModelConverter {
    private static final TypeFactory TYPES = TypeFactory.defaultInstance();
    private static final Map<String, Type> PASSED_ON =
            Map.of(
                    "HostView.probes",
                    TYPES.constructCollectionType(List.class, HostEvent.class),
                    "ProcessSnapshot.processes",
                    TYPES.constructCollectionType(List.class, ListedProcess.class),
                    "ProcessSnapshot.totals",
                    TYPES.constructMapType(Map.class, String.class, Double.class));

    /** As the gateway puts it together of an event's leaves. */
    record ListedProcess(long pid, @JsonUnwrapped ProcessSample sample) {}

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = TYPES.constructType(type.getType());
        if (java.isTypeOrSubTypeOf(JsonNode.class)) {
            return new ObjectSchema();
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (resolved != null && java.isTypeOrSubTypeOf(Record.class)) {
            complete(defined(resolved, context), java.getRawClass(), context);
        }
        return resolved;
    }

    /** Behind its reference, if it is one. */
    private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels()
                        .get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void complete(
            @Nullable Schema<?> schema, Class<?> type, ModelConverterContext context) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                complete(schema, component.getType(), context);
            } else {
                complete(schema, component, context);
            }
        }
    }

    private static void complete(
            Schema<?> schema, RecordComponent component, ModelConverterContext context) {
        String name = component.getName();
        Schema<?> property = property(schema, component, context);
        boolean nullable = isNullable(component.getAnnotatedType());
        JsonInclude.Include included = included(component);
        if (included == ALWAYS || (included != NON_EMPTY && !nullable)) {
            schema.addRequiredItem(name);
        }
        if (included == ALWAYS && nullable) {
            allowNull(property);
        }
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && isNullable(list.getAnnotatedActualTypeArguments()[0])) {
            allowNull(property.getItems());
        }
        Metric metric = component.getAnnotation(Metric.class);
        if (metric != null) {
            property.setDescription(metric.value());
        }
    }

    private static Schema<?> property(
            Schema<?> schema, RecordComponent component, ModelConverterContext context) {
        String name = component.getName();
        Schema<?> property = Objects.requireNonNull(schema.getProperties().get(name), name);
        Type type = PASSED_ON.get(component.getDeclaringRecord().getSimpleName() + "." + name);
        if (type == null) {
            return property;
        }
        Schema<?> inside = context.resolve(new AnnotatedType(type).resolveAsRef(true));
        inside.setDescription(property.getDescription());
        schema.addProperty(name, inside);
        return inside;
    }

    private static boolean isNullable(java.lang.reflect.AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static JsonInclude.@Nullable Include included(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonInclude.class))
                .or(() ->
                        Optional.ofNullable(
                                component.getDeclaringRecord().getAnnotation(JsonInclude.class)))
                .map(JsonInclude::value)
                .orElse(null);
    }

    private static void allowNull(Schema<?> schema) {
        schema.addType("null");
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
    }
}
