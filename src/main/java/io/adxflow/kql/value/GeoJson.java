package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines and polygons of GeoJSON text; null for what is not valid. */
final class GeoJson {
    private GeoJson() {}

    /** The lines of a LineString or a MultiLineString, each of two points at least. */
    static List<List<SpherePoint>> lines(String json) {
        return switch (type(json)) {
            case "LineString" -> all(List.of(coordinates(json)), 2);
            case "MultiLineString" -> all(coordinates(json), 2);
            default -> null;
        };
    }

    /** The polygons of a Polygon or a MultiPolygon: rings without their last point, the first one outside. */
    static List<List<List<SpherePoint>>> polygons(String json) {
        List<?> polygons =
                switch (type(json)) {
                    case "Polygon" -> List.of(coordinates(json));
                    case "MultiPolygon" -> coordinates(json);
                    default -> List.of();
                };
        List<List<List<SpherePoint>>> read = new ArrayList<>();
        for (Object polygon : polygons) {
            List<List<SpherePoint>> rings = polygon instanceof List<?> list ? rings(list) : null;
            if (rings == null) {
                return null;
            }
            read.add(rings);
        }
        return read.isEmpty() ? null : read;
    }

    private static List<List<SpherePoint>> rings(List<?> polygon) {
        List<List<SpherePoint>> closed = all(polygon, 4);
        if (closed == null) {
            return null;
        }
        List<List<SpherePoint>> rings = new ArrayList<>();
        for (List<SpherePoint> ring : closed) {
            boolean isClosed = ring.get(0).equals(ring.get(ring.size() - 1));
            if (!isClosed) {
                return null;
            }
            rings.add(ring.subList(0, ring.size() - 1));
        }
        return rings;
    }

    private static String type(String json) {
        return Json.read(json) instanceof Map<?, ?> shape ? String.valueOf(shape.get("type")) : "";
    }

    private static List<?> coordinates(String json) {
        return Json.read(json) instanceof Map<?, ?> shape && shape.get("coordinates") instanceof List<?> list
                ? list
                : List.of();
    }

    private static List<List<SpherePoint>> all(List<?> lines, int fewest) {
        List<List<SpherePoint>> read = new ArrayList<>();
        for (Object line : lines) {
            List<SpherePoint> points = line instanceof List<?> list ? points(list) : null;
            if (points == null || points.size() < fewest) {
                return null;
            }
            read.add(points);
        }
        return read.isEmpty() ? null : read;
    }

    /** Without points that repeat the one before. */
    private static List<SpherePoint> points(List<?> pairs) {
        List<SpherePoint> points = new ArrayList<>();
        for (Object pair : pairs) {
            boolean isPair = pair instanceof List<?> list
                    && list.size() >= 2
                    && list.get(0) instanceof Number longitude
                    && list.get(1) instanceof Number latitude
                    && Sphere.isPoint(longitude.doubleValue(), latitude.doubleValue());
            if (!isPair) {
                return null;
            }
            List<?> numbers = (List<?>) pair;
            SpherePoint point =
                    SpherePoint.of(((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).doubleValue());
            if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
                points.add(point);
            }
        }
        return points;
    }
}
