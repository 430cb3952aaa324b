package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.external.ExternalName;
import io.adxflow.emulator.command.function.FunctionName;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Scope;

/** What a command about roles is about. */
public sealed interface RoleScope {
    RoleScope DATABASE = new OfDatabase();

    Scope in(Database database);

    /** As answers name it, {@code Table T}. */
    String label(Database database);

    Scope.Kind kind();

    record OfDatabase() implements RoleScope {
        @Override
        public Scope in(Database database) {
            return Scope.DATABASE;
        }

        @Override
        public String label(Database database) {
            return "Database " + database.name();
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.DATABASE;
        }
    }

    record OfTable(TableName table) implements RoleScope {
        @Override
        public Scope in(Database database) {
            return Scope.of(table.in(database));
        }

        @Override
        public String label(Database database) {
            return "Table " + table.value();
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.TABLE;
        }
    }

    record OfFunction(FunctionName function) implements RoleScope {
        @Override
        public Scope in(Database database) {
            return Scope.ofFunction(function.in(database).name());
        }

        @Override
        public String label(Database database) {
            return "Function " + function.value();
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.FUNCTION;
        }
    }

    record OfView(ViewName view) implements RoleScope {
        @Override
        public Scope in(Database database) {
            return Scope.ofView(view.in(database).name());
        }

        @Override
        public String label(Database database) {
            return "Materialized View " + view.value();
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.MATERIALIZED_VIEW;
        }
    }

    record OfExternal(ExternalName table) implements RoleScope {
        @Override
        public Scope in(Database database) {
            return Scope.ofExternal(table.in(database).name());
        }

        @Override
        public String label(Database database) {
            return "External Table " + table.value();
        }

        @Override
        public Scope.Kind kind() {
            return Scope.Kind.EXTERNAL_TABLE;
        }
    }
}
