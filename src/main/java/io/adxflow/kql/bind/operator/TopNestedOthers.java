package io.adxflow.kql.bind.operator;

import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.TopNestedLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code top-nested … with others}: the rows that fall off at a level are aggregated for each group above it. Their row names
 * the others of that level and of those below it; a level without others stays empty.
 */
final class TopNestedOthers {
    private final Frame frame;
    private final SharedRelation input;
    private final List<TopNestedLevel> levels;
    private final List<SharedRelation> kept;

    /** @param kept the groups of each level: a key and a value for it and for each level above */
    TopNestedOthers(Frame frame, SharedRelation input, List<TopNestedLevel> levels, List<SharedRelation> kept) {
        this.frame = frame;
        this.input = input;
        this.levels = levels;
        this.kept = kept;
    }

    /** The groups of the last level, and the rows of those that fell off. */
    Relation all() {
        Relation groups = kept.get(kept.size() - 1).use(frame.session());
        List<Relation.Leg> legs = new ArrayList<>();
        legs.add(new Relation.Leg(groups, references(groups.header().fields())));
        for (int level = 0; level < levels.size(); level++) {
            boolean hasOthers = levels.subList(level, levels.size()).stream()
                    .anyMatch(below -> below.others().isPresent());
            if (hasOthers) {
                legs.add(fallen(level));
            }
        }
        List<Field> fields =
                groups.header().fields().stream().map(frame.session()::copy).toList();
        return new Relation.Union(legs, Header.of(fields));
    }

    private static List<Scalar> references(List<Field> fields) {
        return fields.stream().map(field -> (Scalar) field.reference()).toList();
    }

    /** A row for each group above the level with rows that are in no group of the level. */
    private Relation.Leg fallen(int level) {
        Relation rows = input.use(frame.session());
        List<Field> above = List.of();
        Frame inside = frame.over(rows);
        List<Scalar> keys = levels.subList(0, level + 1).stream()
                .map(here -> inside.scalars().bind(here.of().value()))
                .toList();
        Relation off = rows;
        if (level > 0) {
            Relation parents = kept.get(level - 1).use(frame.session());
            above = parents.header().fields();
            List<Field> both = new ArrayList<>(rows.header().fields());
            both.addAll(above);
            off = new Relation.Join(
                    rows, parents, JoinKind.INNER, same(keys.subList(0, level), above), Header.of(both));
        }
        Relation here = kept.get(level).use(frame.session());
        List<JoinKey> same = same(keys, here.header().fields());
        off = new Relation.Join(off, here, JoinKind.LEFTANTI, same, off.header());
        return aggregated(level, off, above, inside);
    }

    private static List<JoinKey> same(List<Scalar> keys, List<Field> groups) {
        List<JoinKey> same = new ArrayList<>();
        for (Scalar key : keys) {
            same.add(new JoinKey(key, groups.get(2 * same.size()).reference()));
        }
        return same;
    }

    private Relation.Leg aggregated(int level, Relation off, List<Field> above, Frame inside) {
        AggregateCalls aggregates = new AggregateCalls(frame.session());
        List<Scalar> values = new ArrayList<>(references(above));
        for (int i = level; i < levels.size(); i++) {
            TopNestedLevel here = levels.get(i);
            Scalar value = inside.scalars(aggregates).bind(here.aggregate().value());
            List<Field> fields = kept.get(i).header().fields();
            Field key = fields.get(2 * i);
            Optional<Scalar> name = here.others().map(others -> ScalarBinder.constants(frame.session(), frame.scope())
                    .bindAs(key.type(), others));
            values.add(name.orElseGet(() -> Scalar.Constant.nullOf(key.type())));
            values.add(name.isPresent() ? value : Scalar.Constant.nullOf(value.type()));
        }
        List<Assignment> keys = new ArrayList<>();
        above.forEach(field -> keys.add(new Assignment(field, field.reference())));
        // Without any key an aggregate has a row even when nothing fell off.
        Field one = frame.session().field("level", KqlType.LONG);
        keys.add(new Assignment(one, Scalar.Constant.of(one.type(), (long) level)));
        List<Field> grouped = new ArrayList<>();
        keys.forEach(key -> grouped.add(key.field()));
        aggregates.found().forEach(aggregation -> grouped.add(aggregation.field()));
        return new Relation.Leg(new Relation.Aggregate(off, keys, aggregates.found(), Header.of(grouped)), values);
    }
}
