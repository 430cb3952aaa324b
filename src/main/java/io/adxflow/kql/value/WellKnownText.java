package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shapes in well-known text, such as {@code LINESTRING (1 2, 3 4)}, as GeoJSON. */
public final class WellKnownText {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z]+|[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|[(),])");
    /** The name in GeoJSON, and how many brackets stand around the points. */
    private static final Map<String, Shape> SHAPES = Map.of(
            "POINT", new Shape("Point", 1),
            "LINESTRING", new Shape("LineString", 2),
            "POLYGON", new Shape("Polygon", 3),
            "MULTIPOINT", new Shape("MultiPoint", 2),
            "MULTILINESTRING", new Shape("MultiLineString", 3),
            "MULTIPOLYGON", new Shape("MultiPolygon", 4));

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private record Shape(String name, int depth) {}

    private static final class NotAShape extends RuntimeException {
        NotAShape() {
            super("not a shape", null, false, false);
        }
    }

    private WellKnownText(String text) {
        Matcher matcher = TOKEN.matcher(text.trim());
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        if (!matcher.hitEnd() && matcher.regionStart() < text.trim().length()) {
            tokens.clear();
        }
    }

    /** Null when it is no such text. */
    public static String toGeoJson(String text) {
        try {
            WellKnownText reader = new WellKnownText(text);
            Object shape = reader.shape();
            return reader.at == reader.tokens.size() ? JsonText.of(shape) : null;
        } catch (NotAShape | NumberFormatException other) {
            return null;
        }
    }

    private Map<String, Object> shape() {
        String name = next().toUpperCase(Locale.ROOT);
        Map<String, Object> shape = new LinkedHashMap<>();
        if (name.equals("GEOMETRYCOLLECTION")) {
            shape.put("type", "GeometryCollection");
            shape.put("geometries", shapes());
            return shape;
        }
        Shape known = SHAPES.get(name);
        if (known == null) {
            throw new NotAShape();
        }
        shape.put("type", known.name());
        shape.put("coordinates", known.depth() == 1 ? point() : list(known.depth() - 1, known.name()));
        return shape;
    }

    private List<Object> shapes() {
        List<Object> shapes = new ArrayList<>();
        expect("(");
        do {
            shapes.add(shape());
        } while (skips(","));
        expect(")");
        return shapes;
    }

    /** In MULTIPOINT each point may have brackets of its own. */
    private Object list(int depth, String name) {
        List<Object> list = new ArrayList<>();
        expect("(");
        do {
            if (depth > 1) {
                list.add(list(depth - 1, name));
            } else {
                list.add(
                        name.equals("MultiPoint")
                                        && at < tokens.size()
                                        && tokens.get(at).equals("(")
                                ? point()
                                : pair());
            }
        } while (skips(","));
        expect(")");
        return list;
    }

    private Object point() {
        expect("(");
        Object pair = pair();
        expect(")");
        return pair;
    }

    private List<Double> pair() {
        return List.of(Double.valueOf(next()), Double.valueOf(next()));
    }

    private String next() {
        if (at == tokens.size()) {
            throw new NotAShape();
        }
        return tokens.get(at++);
    }

    private boolean skips(String token) {
        boolean isNext = at < tokens.size() && tokens.get(at).equals(token);
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void expect(String token) {
        if (!skips(token)) {
            throw new NotAShape();
        }
    }
}
