package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Polygons on the globe, in metres and square metres; null for what is no polygon or no point. The inside of a ring is its
 * smaller side. Polygons of one MultiPolygon must not overlap where their area or border counts.
 */
public final class SpherePolygons {
    private SpherePolygons() {}

    public static Boolean contains(double longitude, double latitude, String polygon) {
        List<List<List<SpherePoint>>> polygons = GeoJson.polygons(polygon);
        return polygons == null || !Sphere.isPoint(longitude, latitude)
                ? null
                : (Boolean) contains(polygons, SpherePoint.of(longitude, latitude));
    }

    /** 0 inside. */
    public static Double distance(double longitude, double latitude, String polygon) {
        Boolean isInside = contains(longitude, latitude, polygon);
        if (isInside == null || isInside) {
            return isInside == null ? null : (Double) 0.0;
        }
        SpherePoint point = SpherePoint.of(longitude, latitude);
        return Sphere.RADIUS * point.angle(SphereLines.nearest(point, borders(GeoJson.polygons(polygon))));
    }

    /** The point itself inside. */
    public static String closest(double longitude, double latitude, String polygon) {
        Boolean isInside = contains(longitude, latitude, polygon);
        if (isInside == null) {
            return null;
        }
        SpherePoint point = SpherePoint.of(longitude, latitude);
        return isInside
                ? point.geoJson()
                : SphereLines.nearest(point, borders(GeoJson.polygons(polygon))).geoJson();
    }

    public static Double area(String polygon) {
        List<List<List<SpherePoint>>> polygons = apart(polygon);
        if (polygons == null) {
            return null;
        }
        double area = 0;
        for (List<List<SpherePoint>> rings : polygons) {
            for (int i = 0; i < rings.size(); i++) {
                area += i == 0 ? area(rings.get(i)) : -area(rings.get(i));
            }
        }
        return area * Sphere.RADIUS * Sphere.RADIUS;
    }

    public static Double perimeter(String polygon) {
        List<List<List<SpherePoint>>> polygons = apart(polygon);
        if (polygons == null) {
            return null;
        }
        double angle = 0;
        for (List<SpherePoint> border : borders(polygons)) {
            for (int i = 1; i < border.size(); i++) {
                angle += border.get(i - 1).angle(border.get(i));
            }
        }
        return angle * Sphere.RADIUS;
    }

    public static String centroid(String polygon) {
        List<List<List<SpherePoint>>> polygons = apart(polygon);
        if (polygons == null) {
            return null;
        }
        SpherePoint sum = new SpherePoint(0, 0, 0);
        for (List<List<SpherePoint>> rings : polygons) {
            for (int i = 0; i < rings.size(); i++) {
                sum = sum.plus(moment(rings.get(i)).times(i == 0 ? 1 : -1));
            }
        }
        return sum.length() == 0 ? null : sum.unit().geoJson();
    }

    private static List<List<List<SpherePoint>>> apart(String polygon) {
        List<List<List<SpherePoint>>> polygons = GeoJson.polygons(polygon);
        for (int i = 0; polygons != null && i < polygons.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(polygons.get(i), polygons.get(j))) {
                    throw new IllegalArgumentException("polygons that overlap are not supported here");
                }
            }
        }
        return polygons;
    }

    private static boolean overlap(List<List<SpherePoint>> one, List<List<SpherePoint>> other) {
        return SphereCrossings.meet(borders(List.of(one)), borders(List.of(other)))
                || contains(List.of(one), other.get(0).get(0))
                || contains(List.of(other), one.get(0).get(0));
    }

    static boolean contains(List<List<List<SpherePoint>>> polygons, SpherePoint point) {
        return polygons.stream()
                .anyMatch(rings ->
                        inside(rings.get(0), point) && rings.stream().skip(1).noneMatch(hole -> inside(hole, point)));
    }

    /** Whether the ring turns once around the point, seen from it, and the point is not on the far side of the globe. */
    private static boolean inside(List<SpherePoint> ring, SpherePoint point) {
        double turned = 0;
        for (int i = 0; i < ring.size(); i++) {
            SpherePoint from = point.cross(ring.get(i));
            SpherePoint to = point.cross(ring.get((i + 1) % ring.size()));
            turned += Math.atan2(point.dot(from.cross(to)), from.dot(to));
        }
        return Math.abs(turned) > Math.PI && moment(ring).dot(point) > 0;
    }

    /** The integral of the points of the inside (Stokes): each edge counts with its angle and its pole. */
    private static SpherePoint moment(List<SpherePoint> ring) {
        SpherePoint sum = new SpherePoint(0, 0, 0);
        SpherePoint middle = new SpherePoint(0, 0, 0);
        for (int i = 0; i < ring.size(); i++) {
            SpherePoint next = ring.get((i + 1) % ring.size());
            SpherePoint normal = ring.get(i).cross(next);
            middle = middle.plus(ring.get(i));
            if (normal.length() > 0) {
                sum = sum.plus(normal.unit().times(ring.get(i).angle(next) / 2));
            }
        }
        return sum.dot(middle) < 0 ? sum.times(-1) : sum;
    }

    /** Of the smaller side, in steradians: the sum of triangles (Eriksson). */
    private static double area(List<SpherePoint> ring) {
        double sum = 0;
        SpherePoint a = ring.get(0);
        for (int i = 2; i < ring.size(); i++) {
            SpherePoint b = ring.get(i - 1);
            SpherePoint c = ring.get(i);
            sum += 2 * Math.atan2(a.dot(b.cross(c)), 1 + a.dot(b) + b.dot(c) + c.dot(a));
        }
        double area = Math.abs(sum);
        return Math.min(area, 4 * Math.PI - area);
    }

    static List<List<SpherePoint>> borders(List<List<List<SpherePoint>>> polygons) {
        List<List<SpherePoint>> borders = new ArrayList<>();
        for (List<List<SpherePoint>> rings : polygons) {
            for (List<SpherePoint> ring : rings) {
                List<SpherePoint> closed = new ArrayList<>(ring);
                closed.add(ring.get(0));
                borders.add(closed);
            }
        }
        return borders;
    }
}
