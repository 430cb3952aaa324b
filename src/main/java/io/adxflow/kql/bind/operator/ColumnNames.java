package io.adxflow.kql.bind.operator;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands out column names, each once: a name that is taken gets the next free number behind it. */
public final class ColumnNames {
    private final Set<String> taken;

    public ColumnNames() {
        this(List.of());
    }

    public ColumnNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    public String unique(String name) {
        return taken.add(name) ? name : numbered(name);
    }

    /** {@code Column1}, {@code Column2}, …: for expressions without a name of their own. */
    String column() {
        return numbered("Column");
    }

    boolean isTaken(String name) {
        return taken.contains(name);
    }

    private String numbered(String name) {
        int number = 1;
        while (!taken.add(name + number)) {
            number++;
        }
        return name + number;
    }
}
