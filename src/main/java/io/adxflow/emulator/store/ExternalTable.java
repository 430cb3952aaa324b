package io.adxflow.emulator.store;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table whose rows lie in files outside of the database. The database knows where they are and how to read them, and nothing
 * else.
 *
 * @param columns those that the files have
 * @param path how the values of the partitions make the folder of a file, below a place; empty without partitions
 * @param places the addresses of containers and folders, with what gives access sealed
 * @param options by their names in lower case, as the command gave them
 * @param mappings JSON texts by name
 */
public record ExternalTable(
        String name,
        Schema columns,
        List<ExternalPartition> partitions,
        List<PathPart> path,
        String format,
        List<String> places,
        Map<String, String> options,
        Map<String, String> mappings) {
    public ExternalTable {
        partitions = List.copyOf(partitions);
        path = List.copyOf(path);
        places = List.copyOf(places);
        options = Map.copyOf(options);
        mappings = Map.copyOf(mappings);
    }

    /** What a query sees: the columns of the files, then those that only paths have. */
    public Schema schema() {
        List<Column> all = new ArrayList<>(columns.columns());
        partitions.stream()
                .filter(ExternalPartition::isVirtual)
                .map(partition -> new Column(partition.name(), partition.type()))
                .forEach(all::add);
        return new Schema(all);
    }

    /** An option, or an empty text. */
    public String option(String option) {
        return options.getOrDefault(option.toLowerCase(Locale.ROOT), "");
    }

    public Optional<ExternalPartition> partition(String wanted) {
        return partitions.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    public ExternalTable withMappings(Map<String, String> next) {
        return new ExternalTable(name, columns, partitions, path, format, places, options, next);
    }

    public ExternalTable withPlaces(List<String> next) {
        return new ExternalTable(name, columns, partitions, path, format, next, options, mappings);
    }

    public ExternalTable described(String option, String text) {
        Map<String, String> next = new LinkedHashMap<>(options);
        next.put(option, text);
        return new ExternalTable(name, columns, partitions, path, format, places, next, mappings);
    }
}
