package vn.ocopmarket.stripesimulator;

import com.google.gson.annotations.SerializedName;
import com.stripe.model.EventDataClassLookup;
import com.stripe.model.ExpandableField;
import com.stripe.model.StripeObject;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.stripesimulator.ledger.Json;

/**
 * What the SDK knows of Stripe's objects. It is made from the description of a newer version than the one that can be had, so
 * a field that is not in it is not in that version either.
 */
final class SdkModel {

    private final List<String> unknown = new ArrayList<>();

    /** Fields that the SDK does not know, wherever they are in an answer. */
    static List<String> unknownFields(String answer) {
        var model = new SdkModel();
        model.look(Json.readObject(answer));
        return model.unknown;
    }

    private void look(JsonNode node) {
        var type = EventDataClassLookup.classLookup.get(node.path("object").asString(""));
        if (type != null) {
            look(node, type);
        } else {
            node.forEach(this::look);
        }
    }

    private void look(JsonNode node, Class<?> type) {
        var known = fields(type);
        node.properties().forEach(entry -> {
            var field = known.get(entry.getKey());
            if (field == null) {
                unknown.add(type.getSimpleName() + "." + entry.getKey());
            } else {
                lookInto(entry.getValue(), field);
            }
        });
    }

    private void lookInto(JsonNode value, Field field) {
        if (value.path("object").isString()) {
            look(value);
        } else if (value.isArray()) {
            value.forEach(one -> lookInto(one, field));
        } else if (value.isObject()) {
            Stream.concat(Stream.of((Type) field.getType()), arguments(field))
                    .filter(Class.class::isInstance)
                    .map(Class.class::cast)
                    .filter(type -> StripeObject.class.isAssignableFrom(type) && type != ExpandableField.class)
                    .findFirst()
                    .ifPresent(type -> look(value, type));
        }
    }

    private static Stream<Type> arguments(Field field) {
        return field.getGenericType() instanceof ParameterizedType type
                ? Arrays.stream(type.getActualTypeArguments())
                : Stream.empty();
    }

    private static Map<String, Field> fields(Class<?> type) {
        var fields = new HashMap<String, Field>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (var field : one.getDeclaredFields()) {
                var name = field.getAnnotation(SerializedName.class);
                fields.putIfAbsent(name == null ? field.getName() : name.value(), field);
            }
        }
        return fields;
    }
}
