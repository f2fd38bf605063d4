package io.perfwatch.metric;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Generates the JSON Schema of a topic from its records. */
final class SchemaOfRecords {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaGenerator GENERATOR = new SchemaGenerator(config());

    private SchemaOfRecords() {}

    static String generate(Topic topic) {
        ObjectNode schema = JSON.createObjectNode();
        ObjectNode generated = GENERATOR.generateSchema(topic.eventType());
        schema.set("$schema", generated.remove("$schema"));
        schema.put("$id", "urn:perfwatch:" + topic.topicName());
        schema.put("title", topic.eventType().getSimpleName());
        schema.setAll(generated);
        return JSON.writeValueAsString(schema) + "\n";
    }

    private static SchemaGeneratorConfig config() {
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.NULLABLE_ARRAY_ITEMS_ALLOWED)
                        .with(
                                new JacksonSchemaModule(
                                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY));
        builder.forFields()
                .withNullableCheck(SchemaOfRecords::hasNullableItems)
                .withRequiredCheck(SchemaOfRecords::isRequired)
                .withDescriptionResolver(SchemaOfRecords::description)
                .withIgnoreCheck(f -> f.getRawMember().isAnnotationPresent(JsonAnyGetter.class))
                .withInstanceAttributeOverride((node, field, _) -> constrain(node, field));
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withAdditionalPropertiesResolver(SchemaOfRecords::deviceType)
                .withCustomDefinitionProvider(SchemaOfRecords::map);
        return builder.build();
    }

    private static boolean isRequired(FieldScope field) {
        return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !Map.class.isAssignableFrom(field.getRawMember().getType())
                && !field.getRawMember().isAnnotationPresent(JsonInclude.class);
    }

    private static @Nullable String description(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        Field member = field.getRawMember();
        return component(member)
                .map(c -> c.getAnnotation(Metric.class))
                .map(SchemaOfRecords::withUnit)
                .or(() -> inherited(member))
                .orElse(null);
    }

    private static String withUnit(Metric metric) {
        String unit = metric.unit().symbol();
        return unit.equals("1") ? metric.value() : metric.value() + ", in " + unit;
    }

    /** What the interface says of a member that every event or every family has. */
    private static Optional<String> inherited(Field member) {
        return List.of(Event.class, Family.class).stream()
                .filter(type -> type.isAssignableFrom(member.getDeclaringClass()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(member.getName()))
                .map(method -> method.getAnnotation(JsonPropertyDescription.class))
                .filter(Objects::nonNull)
                .map(JsonPropertyDescription::value)
                .findFirst();
    }

    private static Optional<RecordComponent> component(Field member) {
        return Arrays.stream(member.getDeclaringClass().getRecordComponents())
                .filter(c -> c.getName().equals(member.getName()))
                .findFirst();
    }

    private static void constrain(ObjectNode node, FieldScope field) {
        switch (field.getRawMember().getName()) {
            case "host" -> node.put("pattern", "^[a-z0-9._-]{1,253}$");
            case "probe" -> node.put("pattern", "^[a-z][a-z0-9-]{0,62}$");
            case "sequence" -> node.put("minimum", 1);
            case "intervalSeconds" -> node.put("exclusiveMinimum", 0);
            default -> {}
        }
    }

    private static boolean hasNullableItems(FieldScope field) {
        AnnotatedType type = field.getRawMember().getAnnotatedType();
        return field.isFakeContainerItemScope()
                && type instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Type deviceType(TypeScope scope) {
        RecordComponent[] components = scope.getType().getErasedType().getRecordComponents();
        return components == null
                ? null
                : Arrays.stream(components)
                        .filter(c -> c.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
                        .map(c -> ((ParameterizedType) c.getGenericType()).getActualTypeArguments())
                        .map(arguments -> arguments[1])
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable CustomDefinition map(
            ResolvedType type, SchemaGenerationContext context) {
        if (!type.isInstanceOf(Map.class)) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode().put("type", "object");
        node.set(
                "additionalProperties",
                context.createDefinitionReference(type.typeParametersFor(Map.class).get(1)));
        return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.YES);
    }
}
