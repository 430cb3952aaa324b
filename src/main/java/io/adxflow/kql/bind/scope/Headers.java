package io.adxflow.kql.bind.scope;

import io.adxflow.kql.language.HiddenColumn;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Headers made of headers. */
public final class Headers {
    private Headers() {}

    /** The header with every field exchanged for its replacement. */
    static Header replaced(Header header, Map<Integer, Field> replacements) {
        Map<HiddenColumn, Field> hidden = new EnumMap<>(HiddenColumn.class);
        header.hidden().forEach((column, field) -> hidden.put(column, replacements.get(field.id())));
        return new Header(
                header.fields().stream()
                        .map(field -> replacements.get(field.id()))
                        .toList(),
                hidden,
                header.order().stream()
                        .map(key -> new OrderKey(replacements.get(key.field().id()), key.direction(), key.nulls()))
                        .toList(),
                header.isSerialized(),
                header.partition().stream()
                        .map(field -> replacements.get(field.id()))
                        .toList());
    }

    /** The field in the place of the one with its name, or at the end. */
    public static List<Field> put(List<Field> fields, Field added) {
        List<Field> result = new ArrayList<>(fields);
        for (int i = 0; i < result.size(); i++) {
            if (result.get(i).name().equals(added.name())) {
                result.set(i, added);
                return result;
            }
        }
        result.add(added);
        return result;
    }
}
