package io.adxflow.kql.bind.operator;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.syntax.tree.UnionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a union. A name that has several types becomes one column for each, {@code x_long} and {@code x_int}. */
final class UnionColumns {
    private UnionColumns() {}

    /** @param source the name of the column in the legs */
    record Column(String name, String source, KqlType type) {
        /** One of several columns for the types of one name. */
        boolean isSplit() {
            return !name.equals(source);
        }
    }

    static List<Column> of(List<Header> legs, UnionKind kind) {
        Map<String, Set<KqlType>> types = new LinkedHashMap<>();
        for (Header leg : legs) {
            for (Field field : leg.fields()) {
                types.computeIfAbsent(field.name(), name -> new LinkedHashSet<>())
                        .add(field.type());
            }
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((name, found) -> {
            if (kind == UnionKind.OUTER || isInAll(legs, name, found)) {
                found.forEach(type ->
                        columns.add(new Column(found.size() == 1 ? name : name + "_" + type.keyword(), name, type)));
            }
        });
        return columns;
    }

    private static boolean isInAll(List<Header> legs, String name, Set<KqlType> types) {
        return types.size() == 1
                && legs.stream().allMatch(leg -> leg.field(name).isPresent());
    }
}
