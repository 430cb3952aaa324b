package io.adxflow.kql.value;

import java.util.List;

/** Whether shapes on the globe meet; null for what is none. A common point is enough. */
public final class SphereCrossings {
    private static final double TOUCHING = 1e-15;

    private SphereCrossings() {}

    public static Boolean ofLines(String one, String other) {
        List<List<SpherePoint>> a = GeoJson.lines(one);
        List<List<SpherePoint>> b = GeoJson.lines(other);
        return a == null || b == null ? null : (Boolean) meet(a, b);
    }

    public static Boolean ofPolygons(String one, String other) {
        List<List<List<SpherePoint>>> a = GeoJson.polygons(one);
        List<List<List<SpherePoint>>> b = GeoJson.polygons(other);
        return a == null || b == null
                ? null
                : (Boolean) (meet(SpherePolygons.borders(a), SpherePolygons.borders(b))
                        || holdsOne(a, b.stream().map(rings -> rings.get(0)).toList())
                        || holdsOne(b, a.stream().map(rings -> rings.get(0)).toList()));
    }

    public static Boolean ofLineAndPolygon(String line, String polygon) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        List<List<List<SpherePoint>>> polygons = GeoJson.polygons(polygon);
        return lines == null || polygons == null
                ? null
                : (Boolean) (meet(lines, SpherePolygons.borders(polygons)) || holdsOne(polygons, lines));
    }

    /** Whether an edge of one set of lines meets an edge of the other. */
    static boolean meet(List<List<SpherePoint>> one, List<List<SpherePoint>> other) {
        for (List<SpherePoint> a : one) {
            for (List<SpherePoint> b : other) {
                if (edgesMeet(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a polygon holds the first point of a line, and so all of it when their borders do not meet. */
    private static boolean holdsOne(List<List<List<SpherePoint>>> polygons, List<List<SpherePoint>> lines) {
        return lines.stream().anyMatch(line -> SpherePolygons.contains(polygons, line.get(0)));
    }

    private static boolean edgesMeet(List<SpherePoint> a, List<SpherePoint> b) {
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                if (meet(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(SpherePoint a, SpherePoint b, SpherePoint c, SpherePoint d) {
        boolean isCrossed = a.cross(b).dot(c) * a.cross(b).dot(d) < 0
                && c.cross(d).dot(a) * c.cross(d).dot(b) < 0
                && a.plus(b).dot(c.plus(d)) > 0;
        return isCrossed || isOn(a, c, d) || isOn(b, c, d) || isOn(c, a, b) || isOn(d, a, b);
    }

    private static boolean isOn(SpherePoint point, SpherePoint from, SpherePoint to) {
        return point.angle(point.nearestOn(from, to)) < TOUCHING;
    }
}
