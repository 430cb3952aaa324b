package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.COLUMN_NOT_FOUND;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.ColumnPolicies;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a policy belongs to. */
public sealed interface PolicyTarget {
    Schema ANSWER = AnswerSchema.of(
            "PolicyName string, EntityName string, Policy string, ChildEntities string, EntityType string");

    /** What clients expect where no policy is set: a text, not a null. */
    String NONE = "null";

    Map<String, String> policies(Database database);

    Database with(Database database, Map<String, String> policies);

    List<Object> row(Database database, PolicyKind kind);

    /** Whether it may have such a policy. */
    boolean takes(PolicyKind kind);

    /** Of whom to ask for the right to set a policy. */
    Scope scope(Database database);

    String name();

    static PolicyTarget ofTable(TableName table) {
        return new OfTable(table);
    }

    static PolicyTarget ofDatabase() {
        return new OfDatabase();
    }

    static PolicyTarget ofColumn(TableName table, Name column) {
        return new OfColumn(table, column);
    }

    static PolicyTarget ofView(ViewName view) {
        return new OfView(view);
    }

    static List<Object> row(Database database, Table table, PolicyKind kind) {
        return row(kind, qualified(database, table.name()), table.policies(), "Table");
    }

    static List<Object> clusterRow(PolicyKind kind) {
        return CommandResult.row(kind.policyName(), "", NONE, "", "Cluster");
    }

    /** The table with one of its policies set. */
    static Table with(Table table, PolicyKind kind, String policy) {
        Map<String, String> policies = new HashMap<>(table.policies());
        policies.put(kind.keyword(), policy);
        return table.withPolicies(policies);
    }

    private static String qualified(Database database, String name) {
        return "[" + database.name() + "].[" + name + "]";
    }

    private static List<Object> row(PolicyKind kind, String entity, Map<String, String> policies, String type) {
        return CommandResult.row(kind.policyName(), entity, policies.getOrDefault(kind.keyword(), NONE), "", type);
    }

    /** A table. */
    record OfTable(TableName table) implements PolicyTarget {
        @Override
        public Map<String, String> policies(Database database) {
            return table.in(database).policies();
        }

        @Override
        public Database with(Database database, Map<String, String> policies) {
            return database.with(table.in(database).withPolicies(policies));
        }

        @Override
        public List<Object> row(Database database, PolicyKind kind) {
            return PolicyTarget.row(database, table.in(database), kind);
        }

        @Override
        public boolean takes(PolicyKind kind) {
            return kind != PolicyKind.ENCODING;
        }

        @Override
        public Scope scope(Database database) {
            return Scope.of(table.in(database));
        }

        @Override
        public String name() {
            return table.value();
        }
    }

    /** The database, for all tables that have no such policy of their own. */
    record OfDatabase() implements PolicyTarget {
        @Override
        public Map<String, String> policies(Database database) {
            return database.policies();
        }

        @Override
        public Database with(Database database, Map<String, String> policies) {
            return database.withPolicies(policies);
        }

        @Override
        public List<Object> row(Database database, PolicyKind kind) {
            return CommandResult.row(
                    kind.policyName(),
                    database.name(),
                    database.policies().getOrDefault(kind.keyword(), NONE),
                    Json.write(database.tables().values().stream()
                            .filter(table -> !table.isHidden())
                            .map(Table::name)
                            .toList()),
                    "Database");
        }

        @Override
        public boolean takes(PolicyKind kind) {
            return kind.isOfDatabases();
        }

        @Override
        public Scope scope(Database database) {
            return Scope.DATABASE;
        }

        @Override
        public String name() {
            return "";
        }
    }

    /** A materialized view; its policies are those of the table that keeps its rows. */
    record OfView(ViewName view) implements PolicyTarget {
        private Table storage(Database database) {
            MaterializedView found = view.in(database);
            return database.tables().get(found.storage());
        }

        @Override
        public Map<String, String> policies(Database database) {
            return storage(database).policies();
        }

        @Override
        public Database with(Database database, Map<String, String> policies) {
            return database.with(storage(database).withPolicies(policies));
        }

        @Override
        public List<Object> row(Database database, PolicyKind kind) {
            return PolicyTarget.row(kind, qualified(database, view.value()), policies(database), "MaterializedView");
        }

        @Override
        public boolean takes(PolicyKind kind) {
            return kind.isOfViews();
        }

        @Override
        public Scope scope(Database database) {
            return Scope.ofView(view.in(database).name());
        }

        @Override
        public String name() {
            return view.value();
        }
    }

    /** A column of a table. */
    record OfColumn(TableName table, Name column) implements PolicyTarget {
        private Table holder(Database database) {
            Table found = table.in(database);
            if (found.schema().column(column.value()).isEmpty()) {
                throw COLUMN_NOT_FOUND
                        .at(column.span(), column.value())
                        .withHint(Suggestion.hint(
                                column.value(), "columns here", found.schema().names()))
                        .in(table.source())
                        .toException();
            }
            return found;
        }

        @Override
        public Map<String, String> policies(Database database) {
            return ColumnPolicies.of(holder(database).policies(), column.value());
        }

        @Override
        public Database with(Database database, Map<String, String> policies) {
            Table found = holder(database);
            return database.with(found.withPolicies(ColumnPolicies.with(found.policies(), column.value(), policies)));
        }

        @Override
        public List<Object> row(Database database, PolicyKind kind) {
            String entity = qualified(database, holder(database).name()) + ".[" + column.value() + "]";
            return PolicyTarget.row(kind, entity, policies(database), "Column");
        }

        @Override
        public boolean takes(PolicyKind kind) {
            return kind.isOfColumns();
        }

        @Override
        public Scope scope(Database database) {
            return Scope.of(holder(database));
        }

        @Override
        public String name() {
            return table.value();
        }
    }
}
