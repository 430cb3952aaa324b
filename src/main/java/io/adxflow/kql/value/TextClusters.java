package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts in clusters, as {@code reduce} finds them: a word is frequent when many texts have it in the same place, and texts
 * with the same frequent words belong together.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/reduce-operator">The operator reduce</a>
 * @see <a href="https://ristov.github.io/publications/slct-ipom03-web.pdf">Vaarandi 2003, which the operator follows</a>
 */
public final class TextClusters {
    private static final double LEAST_SHARE = 0.1;
    private static final int LEAST_COUNT = 2;

    private final List<Words> texts;
    private final long support;

    private record Place(int index, String word) {}

    private TextClusters(List<Words> texts) {
        this.texts = texts;
        this.support = Math.max(LEAST_COUNT, (long) Math.ceil(texts.size() * LEAST_SHARE));
    }

    /**
     * A bag for each cluster, the largest first, and one for all texts that are in none.
     *
     * @param separators the characters between words; empty for all that are no ASCII letters or digits
     */
    public static String of(String texts, String separators) {
        List<Words> words = ((List<?>) Json.read(texts))
                .stream().map(text -> Words.of((String) text, separators)).toList();
        return JsonText.of(new TextClusters(words).bags());
    }

    private List<Map<String, Object>> bags() {
        Map<Place, Long> counts = texts.stream()
                .flatMap(text -> places(text).stream())
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        Map<List<Place>, List<Words>> clusters = texts.stream()
                .collect(Collectors.groupingBy(
                        text -> places(text).stream()
                                .filter(place -> counts.get(place) >= support)
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Map<String, Object>> bags = new ArrayList<>();
        clusters.forEach((places, members) -> {
            if (isCluster(places, members)) {
                Words first = members.get(0);
                boolean[] isFixed = new boolean[first.words().size()];
                places.forEach(place -> isFixed[place.index()] = true);
                bags.add(bag(first.pattern(isFixed), members.size(), first.text()));
            }
        });
        bags.sort((left, right) -> Long.compare((long) right.get("Count"), (long) left.get("Count")));
        long others = clusters.entrySet().stream()
                .filter(cluster -> !isCluster(cluster.getKey(), cluster.getValue()))
                .mapToLong(cluster -> cluster.getValue().size())
                .sum();
        if (others > 0) {
            bags.add(bag("others", others, ""));
        }
        return bags;
    }

    private boolean isCluster(List<Place> places, List<Words> members) {
        return !places.isEmpty() && members.size() >= support;
    }

    private static Map<String, Object> bag(String pattern, long count, String representative) {
        return Map.of("Pattern", pattern, "Count", count, "Representative", representative);
    }

    private static List<Place> places(Words text) {
        return IntStream.range(0, text.words().size())
                .mapToObj(index -> new Place(index, text.words().get(index)))
                .toList();
    }
}
