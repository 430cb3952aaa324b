package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags by which a table says which epochs of a stream it holds, in the order of the epochs. */
record EpochTags(Map<Long, TreeSet<String>> byEpoch) {
    /** What the ingestion of an epoch is known by; its tags begin with it. */
    static String name(String query, long epoch) {
        return query + "-" + epoch;
    }

    static EpochTags of(String query, AdxClient client, String database, String table) {
        String begin = BlobIngestion.TAG_KIND + BlobIngestion.TAG + query + "-";
        AdxResult extents = client.repeatableCommand(
                database,
                ".show table " + Quoted.name(table) + " extents where tags contains " + Quoted.string(begin)
                        + " | summarize by Tags = tostring(Tags)");
        Pattern tag = Pattern.compile(Pattern.quote(begin) + "(\\d+)-\\d+");
        Map<Long, TreeSet<String>> found = new TreeMap<>();
        for (int row = 0; row < extents.rows().size(); row++) {
            Matcher matcher = tag.matcher(extents.text(row, "Tags"));
            while (matcher.find()) {
                found.computeIfAbsent(Long.valueOf(matcher.group(1)), any -> new TreeSet<>())
                        .add(matcher.group());
            }
        }
        return new EpochTags(found);
    }

    boolean contains(long epoch) {
        return byEpoch.containsKey(epoch);
    }

    OptionalLong latest() {
        return byEpoch.keySet().stream().mapToLong(Long::longValue).max();
    }

    List<String> before(long epoch) {
        return byEpoch.entrySet().stream()
                .filter(entry -> entry.getKey() < epoch)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
