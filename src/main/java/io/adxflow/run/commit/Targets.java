package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.List;

/** Looks up tables, and creates those that a job is the first to write. */
final class Targets {
    private final AdxPort port;

    Targets(AdxPort port) {
        this.port = port;
    }

    TargetTable find(String table) {
        String id = id(table);
        if (id.isEmpty()) {
            return new TargetTable(table, id, List.of());
        }
        AdxResult schema = port.command(".show table " + Quoted.name(table) + " cslschema");
        return new TargetTable(table, id, CslSchema.read(schema.text(0, "Schema")));
    }

    /** The identity of a table, or an empty text when there is none of that name. */
    String id(String table) {
        AdxResult listed = port.command(
                ".show tables details | where TableName == " + Quoted.string(table) + " | project TableName, TableId");
        return listed.isEmpty() ? "" : listed.text(0, "TableId");
    }

    void create(TargetTable target) {
        port.command(".create table " + Quoted.name(target.name()) + " (" + CslSchema.write(target.columns()) + ")");
    }
}
