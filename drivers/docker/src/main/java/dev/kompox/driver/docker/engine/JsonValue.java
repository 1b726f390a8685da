package dev.kompox.driver.docker.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Walk a JSON answer without minding what is missing: the engine leaves members out freely, and
 * every version adds some.
 *
 * @param value a map, list, string, number, boolean or null
 */
public record JsonValue(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonValue NOTHING = new JsonValue(null);

    /**
     * Read one JSON value.
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    public static JsonValue parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return new JsonValue(read(parser));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Return a member; nothing if this is no object or has no such member. */
    public JsonValue get(String name) {
        return value instanceof Map<?, ?> map ? new JsonValue(map.get(name)) : NOTHING;
    }

    /** Tell whether there is a value. */
    public boolean exists() {
        return value != null;
    }

    /** Return the text of a string or number; {@code ""} if there is none. */
    public String text() {
        return value == null || value instanceof Map || value instanceof List
                ? ""
                : value.toString();
    }

    /** Return the whole number, or 0. */
    public long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Return the boolean, or false. */
    public boolean flag() {
        return value instanceof Boolean flag && flag;
    }

    /** Return the items of a list; empty if this is none. */
    public List<JsonValue> items() {
        return value instanceof List<?> list
                ? list.stream().map(JsonValue::new).toList()
                : List.of();
    }

    /** Return the members of an object; empty if this is none. */
    public SequencedMap<String, JsonValue> members() {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new JsonValue(member)));
        }
        return members;
    }

    /** Return the members of an object as texts. */
    public SequencedMap<String, String> texts() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        members().forEach((name, member) -> texts.put(name, member.text()));
        return texts;
    }

    private static @Nullable Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, read(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL,
                    END_OBJECT,
                    END_ARRAY,
                    PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE ->
                    null;
        };
    }
}
