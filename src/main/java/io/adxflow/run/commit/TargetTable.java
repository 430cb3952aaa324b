package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxColumn;
import java.util.List;

/**
 * The table that a sink writes, as it was found before staging.
 *
 * @param id the identity that a dropped and recreated table does not share; empty when there is no table yet
 * @param columns in the order of the table; empty when there is no table yet
 */
public record TargetTable(String name, String id, List<AdxColumn> columns) {
    public TargetTable {
        columns = List.copyOf(columns);
    }

    public boolean exists() {
        return !id.isEmpty();
    }

    /** The same table with the columns that it will be created with. */
    public TargetTable toBeCreatedWith(List<AdxColumn> wanted) {
        if (exists()) {
            throw new IllegalStateException("the table '" + name + "' exists");
        }
        return new TargetTable(name, id, wanted);
    }
}
