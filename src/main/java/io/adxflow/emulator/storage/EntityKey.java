package io.adxflow.emulator.storage;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names an entity of a table. */
record EntityKey(String partition, String row) {
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9]+)\\(PartitionKey='((?:[^']|'')*)',\\s*RowKey='((?:[^']|'')*)'\\)");

    /** Of the last part of an address: {@code table(PartitionKey='p',RowKey='r')}. */
    static EntityKey ofAddress(String segment) {
        Matcher address = matched(segment);
        return new EntityKey(
                address.group(2).replace("''", "'"), address.group(3).replace("''", "'"));
    }

    static String tableOf(String segment) {
        return segment.contains("(") ? matched(segment).group(1) : segment;
    }

    static EntityKey of(Map<?, ?> entity) {
        if (entity.get("PartitionKey") instanceof String partition && entity.get("RowKey") instanceof String row) {
            return new EntityKey(partition, row);
        }
        throw new StorageException(
                400, "PropertiesNeedValue", "The values are not specified for all properties in the entity.");
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("PartitionKey", partition);
        members.put("RowKey", row);
        return members;
    }

    String fileName() {
        byte[] name = (partition + "\n" + row).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name) + ".json";
    }

    private static Matcher matched(String segment) {
        Matcher address = ADDRESS.matcher(segment);
        if (!address.matches()) {
            throw new StorageException(400, "InvalidInput", "The address names no entity.");
        }
        return address;
    }
}
