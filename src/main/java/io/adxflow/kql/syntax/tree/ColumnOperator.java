package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** Operators that keep the rows and change the columns, or describe them. */
public sealed interface ColumnOperator extends Operator {
    /** {@code extend [name =] expression, …}. */
    record Extend(Span span, List<NamedExpression> columns) implements ColumnOperator {
        public Extend {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.extend(this);
        }
    }

    /** {@code project [name =] expression, …}. */
    record Project(Span span, List<NamedExpression> columns) implements ColumnOperator {
        public Project {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.project(this);
        }
    }

    /** {@code project-away name, pattern*, …}: each a Name or a Wildcard. */
    record ProjectAway(Span span, List<Expression> columns) implements ColumnOperator {
        public ProjectAway {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.projectAway(this);
        }
    }

    /** {@code project-keep name, pattern*, …}: each a Name or a Wildcard. */
    record ProjectKeep(Span span, List<Expression> columns) implements ColumnOperator {
        public ProjectKeep {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.projectKeep(this);
        }
    }

    /** {@code project-rename new = old, …}. */
    record ProjectRename(Span span, List<NamedExpression> columns) implements ColumnOperator {
        public ProjectRename {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.projectRename(this);
        }
    }

    /** {@code project-reorder name, pattern* asc, …}. */
    record ProjectReorder(Span span, List<ReorderedColumns> columns) implements ColumnOperator {
        public ProjectReorder {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.projectReorder(this);
        }
    }

    /** {@code serialize [name = expression, …]}. */
    record Serialize(Span span, List<NamedExpression> columns) implements ColumnOperator {
        public Serialize {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.serialize(this);
        }
    }

    /** {@code getschema}. */
    record Getschema(Span span) implements ColumnOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.getschema(this);
        }
    }

    /** {@code assert-schema (column: type, …)}. */
    record AssertSchema(Span span, List<ColumnDeclaration> columns) implements ColumnOperator {
        public AssertSchema {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.assertSchema(this);
        }
    }

    /** The part of {@link Operator.Visitor} for this family. */
    interface Visitor<R> {
        R extend(Extend operator);

        R project(Project operator);

        R projectAway(ProjectAway operator);

        R projectKeep(ProjectKeep operator);

        R projectRename(ProjectRename operator);

        R projectReorder(ProjectReorder operator);

        R serialize(Serialize operator);

        R getschema(Getschema operator);

        R assertSchema(AssertSchema operator);
    }
}
