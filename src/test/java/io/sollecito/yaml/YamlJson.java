package io.sollecito.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A YAML file as JSON, every scalar as text: what a schema is held against. */
public final class YamlJson {

    private YamlJson() {}

    public static JsonNode of(YamlNode node) {
        if (node.isMap()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.map().forEach((key, value) -> object.set(key, of(value)));
            return object;
        }
        if (node.isList()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.list().forEach(each -> array.add(of(each)));
            return array;
        }
        return JsonNodeFactory.instance.textNode(node.text());
    }
}
