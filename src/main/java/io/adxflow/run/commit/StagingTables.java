package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes and drops the private tables of one job. */
final class StagingTables {
    private static final String FOLDER = "adxflow";

    private final AdxPort port;
    private final Targets targets;
    private final StagingNames names;

    StagingTables(AdxPort port, StagingNames names) {
        this.port = port;
        this.targets = new Targets(port);
        this.names = names;
    }

    /** Drops what runs that were killed left behind, and says what it was. */
    List<Debris> sweep() {
        AdxResult listed = port.command(
                ".show tables | where TableName startswith " + Quoted.string(names.prefix()) + " | project TableName");
        List<Debris> found = new ArrayList<>();
        for (int i = 0; i < listed.rows().size(); i++) {
            String table = listed.text(i, "TableName");
            found.add(new Debris(table, Extents.rows(new Extents(port).all(table))));
        }
        drop(found.stream().map(Debris::table).toList());
        return found;
    }

    /** A new, empty table with the columns of the target, that merging and retention leave alone. */
    StagingTable create(TargetTable target, int sink, int attempt) {
        String table = names.table(sink, attempt);
        port.command(".create table " + Quoted.name(table) + " (" + CslSchema.write(target.columns())
                + ") with (folder=" + Quoted.string(FOLDER) + ", docstring="
                + Quoted.string("rows on their way to " + target.name()) + ")");
        StagingPolicies.of(table, port).forEach(port::command);
        return new StagingTable(target, table, targets.id(table));
    }

    void drop(List<String> tables) {
        if (!tables.isEmpty()) {
            port.command(tables.stream()
                    .map(Quoted::name)
                    .collect(Collectors.joining(", ", ".drop tables (", ") ifexists")));
        }
    }
}
