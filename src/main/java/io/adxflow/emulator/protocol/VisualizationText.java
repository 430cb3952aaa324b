package io.adxflow.emulator.protocol;

import io.adxflow.base.json.Json;
import io.adxflow.kql.language.Visualization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON text that tells a client how a result is to be drawn. */
final class VisualizationText {
    private static final List<String> BEFORE_ACCUMULATE = List.of(
            "Title",
            "XColumn",
            "Series",
            "YColumns",
            "AnomalyColumns",
            "XTitle",
            "YTitle",
            "XAxis",
            "YAxis",
            "Legend",
            "YSplit");

    private VisualizationText() {}

    static String of(AnswerTable table) {
        Optional<Visualization> visualization = table.visualization();
        Map<String, String> given = new TreeMap<>();
        visualization.ifPresent(wanted ->
                wanted.properties().forEach((name, value) -> given.put(name.toLowerCase(Locale.ROOT), value)));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Visualization", visualization.map(Visualization::chart).orElse(null));
        BEFORE_ACCUMULATE.forEach(name -> members.put(name, given.get(name.toLowerCase(Locale.ROOT))));
        members.put("Accumulate", "true".equalsIgnoreCase(given.get("accumulate")));
        members.put("IsQuerySorted", table.isSorted());
        members.put("Kind", given.get("kind"));
        members.put("Ymin", given.getOrDefault("ymin", "NaN"));
        members.put("Ymax", given.getOrDefault("ymax", "NaN"));
        members.put("Xmin", given.get("xmin"));
        members.put("Xmax", given.get("xmax"));
        return Json.write(members);
    }
}
