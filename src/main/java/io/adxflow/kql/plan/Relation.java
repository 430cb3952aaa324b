package io.adxflow.kql.plan;

import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** A row set, bound and typed. Each record is one step; a relation that several others name is computed from one plan. */
public sealed interface Relation {
    Header header();

    <R> R accept(Visitor<R> visitor);

    /** The rows of a stored table. */
    record Scan(CatalogTable table, Header header) implements Relation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scan(this);
        }
    }

    /** Rows written in the query, in the order of {@code position}, which counts them from zero. */
    record Values(List<List<Scalar>> rows, Field position, Header header) implements Relation {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Scalar> row : rows) {
                TypeCheck.sameTypes(header.fields(), row);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /** An arithmetic series, both ends inclusive. */
    record Range(Scalar from, Scalar to, Scalar step, Header header) implements Relation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /** The rows for which the predicate is true. */
    record Filter(Relation input, Scalar predicate) implements Relation {
        public Filter {
            TypeCheck.is(KqlType.BOOL, predicate);
        }

        @Override
        public Header header() {
            return input.header();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** Every row, with the fields of the header: an assigned one is computed, any other passed on. */
    record Project(Relation input, List<Assignment> assignments, Header header) implements Relation {
        public Project {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.project(this);
        }
    }

    /** Every row, extended by functions of its neighbours in the order of the rows. */
    record Window(Relation input, List<WindowAssignment> assignments, Header header) implements Relation {
        public Window {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.window(this);
        }
    }

    /** One row for each value of the keys; without aggregations the distinct keys, without keys exactly one row. */
    record Aggregate(Relation input, List<Assignment> keys, List<Aggregation> aggregations, Header header)
            implements Relation {
        public Aggregate {
            keys = List.copyOf(keys);
            aggregations = List.copyOf(aggregations);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.aggregate(this);
        }
    }

    /** The same rows in the order that the header states. */
    record Sort(Relation input, Header header) implements Relation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /** The first rows, or any when the rows have no order; within each partition when there is one. */
    record Limit(Relation input, Scalar rows) implements Relation {
        public Limit {
            TypeCheck.is(KqlType.LONG, rows);
        }

        @Override
        public Header header() {
            return input.header();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.limit(this);
        }
    }

    /** Pairs of rows whose keys are equal, null and NaN included. */
    record Join(Relation left, Relation right, JoinKind kind, List<JoinKey> keys, Header header) implements Relation {
        public Join {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** All rows of all legs; each leg gives one value for each field of the header. */
    record Union(List<Leg> legs, Header header) implements Relation {
        public Union {
            legs = List.copyOf(legs);
            legs.forEach(leg -> TypeCheck.sameTypes(header.fields(), leg.values()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** A leg of a union: the row set, and its values for the fields of the union. */
    record Leg(Relation input, List<Scalar> values) {
        public Leg {
            values = List.copyOf(values);
        }
    }

    /** One row for each element of dynamic arrays, side by side; shorter ones are padded with nulls. */
    record Unnest(Relation input, List<UnnestColumn> columns, Field index, Optional<Scalar> limit, Header header)
            implements Relation {
        public Unnest {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unnest(this);
        }
    }

    /**
     * A machine of steps that goes through the rows in their order; each step that a row matches gives a row.
     *
     * @param outputs the fields whose values the steps give; all others are those of the input
     * @param matchId the number of the sequence of matches that a row belongs to
     * @param position numbers the rows of the result
     */
    record Match(
            Relation input,
            List<Field> outputs,
            Optional<Field> matchId,
            List<MatchStep> steps,
            Field position,
            Header header)
            implements Relation {
        public Match {
            outputs = List.copyOf(outputs);
            steps = List.copyOf(steps);
            for (MatchStep step : steps) {
                TypeCheck.sameTypes(outputs, step.values());
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    /** The input, computed once however often it is used. */
    record Materialize(Relation input) implements Relation {
        @Override
        public Header header() {
            return input.header();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.materialize(this);
        }
    }

    /** No default methods: a new relation must be answered everywhere. */
    interface Visitor<R> {
        R scan(Scan relation);

        R values(Values relation);

        R range(Range relation);

        R filter(Filter relation);

        R project(Project relation);

        R window(Window relation);

        R aggregate(Aggregate relation);

        R sort(Sort relation);

        R limit(Limit relation);

        R join(Join relation);

        R union(Union relation);

        R unnest(Unnest relation);

        R match(Match relation);

        R materialize(Materialize relation);
    }
}
