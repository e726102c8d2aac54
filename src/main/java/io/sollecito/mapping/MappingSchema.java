package io.sollecito.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.mapping.Shape.Key;
import java.util.List;

/** The JSON Schema of mapping files, made from {@link Grammar}; the published file is compared with it by a test. */
public final class MappingSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingSchema() {}

    public static ObjectNode generate() {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "https://sollecito.example/schema/mapping.schema.json")
                .put("title", "A mapping: how the records of one source format become canonical records");
        shape(Grammar.MAPPING, schema);
        ObjectNode definitions = schema.putObject("$defs");
        definitions.putObject("scalar").set("type", texts(List.of("string", "number", "boolean", "null")));
        ObjectNode several = definitions.putObject("texts");
        several.putArray("anyOf").add(reference("scalar")).add(listOf(reference("scalar")));
        definitions
                .putObject("flag")
                .putArray("enum")
                .add(true)
                .add(false)
                .add("true")
                .add("false");
        ArrayNode delivers = definitions.putObject(Grammar.DELIVERS).putArray("enum");
        Delivers.WORDS.forEach(delivers::add);
        definitions.putObject("test").putArray("anyOf").add(reference("scalar")).add(severalOf(reference("filter")));
        for (String kind : List.of("value", "element", "date", "amount")) {
            definitions.set(kind + "Alternative", alternative(Grammar.shapes().get(kind)));
        }
        Grammar.shapes().forEach((name, shape) -> {
            if (shape != Grammar.MAPPING) {
                shape(shape, definitions.putObject(name));
            }
        });
        return schema;
    }

    private static ObjectNode alternative(Shape shape) {
        ObjectNode alternative = JSON.createObjectNode();
        shape(shape, alternative);
        ((ObjectNode) alternative.get("properties")).set("when", reference("test"));
        return alternative;
    }

    private static void shape(Shape shape, ObjectNode into) {
        into.put("type", "object").put("additionalProperties", false);
        ArrayNode required = into.putArray("required");
        ObjectNode properties = into.putObject("properties");
        for (Key key : shape.keys()) {
            if (key.required()) {
                required.add(key.name());
            }
            ObjectNode described = type(key.type());
            if (!key.about().isEmpty()) {
                described.put("description", key.about());
            }
            properties.set(key.name(), described);
        }
    }

    private static ObjectNode type(String type) {
        List<String> choices = List.of(type.split("\\|"));
        if (choices.size() == 1) {
            return one(type);
        }
        boolean lists = type.endsWith("*");
        ObjectNode either = JSON.createObjectNode();
        ArrayNode options = either.putArray("anyOf");
        if (lists) {
            choices.forEach(choice -> options.add(one(choice.replace("*", ""))));
            return severalOf(either);
        }
        choices.forEach(choice -> options.add(one(choice)));
        return either;
    }

    private static ObjectNode one(String type) {
        if (type.endsWith("*")) {
            return severalOf(one(type.substring(0, type.length() - 1)));
        }
        if (type.startsWith("{")) {
            ObjectNode map = JSON.createObjectNode().put("type", "object").put("minProperties", 1);
            map.set("additionalProperties", one(type.substring(1, type.length() - 1)));
            return map;
        }
        if (type.startsWith("=")) {
            return JSON.createObjectNode().put("const", type.substring(1));
        }
        return switch (type) {
            case Grammar.TEXT -> reference("scalar");
            case Grammar.CHARACTER -> JSON.createObjectNode().put("type", "string");
            case Grammar.NUMBER ->
                JSON.createObjectNode().put("pattern", "^[0-9]+$").set("type", texts(List.of("integer", "string")));
            default -> reference(type);
        };
    }

    private static ObjectNode severalOf(ObjectNode item) {
        ObjectNode several = JSON.createObjectNode();
        several.putArray("anyOf").add(item).add(listOf(item.deepCopy()));
        return several;
    }

    private static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = JSON.createObjectNode().put("type", "array").put("minItems", 1);
        list.set("items", item);
        return list;
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = JSON.createArrayNode();
        values.forEach(array::add);
        return array;
    }
}
