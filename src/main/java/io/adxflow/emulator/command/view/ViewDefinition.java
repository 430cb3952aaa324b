package io.adxflow.emulator.command.view;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_VIEW;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView.Definition;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command says of a materialized view: {@code [with (…)] V on table T { QUERY }}. */
record ViewDefinition(ViewName name, TableName source, QueryText query, Properties properties) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SUMMARIZE = Pattern.compile("(?s).*\\|\\s*summarize\\b(?<rest>.*)");
    private static final Set<String> KNOWN = Set.of(
            "backfill",
            "effectivedatetime",
            "lookback",
            "lookback_column",
            "autoupdateschema",
            "dimensiontables",
            "dimensionmaterializedviews",
            "folder",
            "docstring",
            "allowmaterializedviewswithoutrowlevelsecurity",
            "maxsourcerecordsforsingleingest",
            "concurrency");

    static ViewDefinition read(CommandReader reader) {
        Properties properties = Properties.read(reader);
        for (String property : properties.names()) {
            if (!KNOWN.contains(property)) {
                throw reader.unsupported("property '" + property + "' of a materialized view");
            }
        }
        ViewName name = ViewName.readNew(reader);
        reader.expect("on");
        if (reader.isAhead("materialized-view") && reader.take("materialized-view")) {
            throw reader.unsupported("a materialized view over another one");
        }
        reader.expect("table");
        TableName source = TableName.read(reader);
        return new ViewDefinition(name, source, reader.braced(), properties);
    }

    /** Compiles the query and answers what the view is. */
    Definition check(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            Queries.compileLonger(context, snapshot, query, "");
        }
        Table table = source(context.database());
        requireOpen(context, table);
        if (!SUMMARIZE.matcher(query.text()).matches()) {
            throw bad("its query has no summarize");
        }
        if (!PLAIN.matcher(table.name()).matches()) {
            throw bad("a table with the name '" + table.name() + "' is no source here");
        }
        return new Definition(
                table.name(),
                query.text(),
                context.store().now(),
                true,
                properties.text("folder").orElse(""),
                properties.text("docString").orElse(""),
                properties.flag("autoUpdateSchema", false),
                properties.text("lookback").orElse(""),
                properties.text("lookback_column").orElse(""));
    }

    /** Who reads the view would see rows that row-level security hides. */
    private void requireOpen(CommandContext context, Table table) {
        if (properties.flag("allowMaterializedViewsWithoutRowLevelSecurity", false)) {
            return;
        }
        boolean isHidden = PolicyKind.ROW_LEVEL_SECURITY.isOn(table);
        try (Snapshot snapshot = context.open()) {
            if (isHidden || Queries.readsSecuredRows(context, snapshot, query)) {
                throw BAD_VIEW.at(name.span(), name.value(), "its query reads a table with row-level security")
                        .withHint("with (allowMaterializedViewsWithoutRowLevelSecurity = true), and then a policy"
                                + " row_level_security for the view")
                        .in(name.source())
                        .toException();
            }
        }
    }

    /** The source, as it must be for a view to follow it. */
    Table source(Database database) {
        Table table = source.in(database);
        if (!table.isTimed()) {
            throw bad("the policy ingestiontime of table '" + table.name() + "' is off");
        }
        if (PolicyKind.RESTRICTED_VIEW_ACCESS.isOn(table)) {
            throw bad("the policy restricted_view_access of table '" + table.name() + "' is on");
        }
        return table;
    }

    private UserException bad(String why) {
        return BAD_VIEW.at(name.span(), name.value(), why).in(name.source()).toException();
    }
}
