package io.adxflow.kql.value;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lines on the globe, in metres; null for what is no line or no point. */
public final class SphereLines {
    private SphereLines() {}

    public static Double length(String line) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        return lines == null ? null : (Double) (Sphere.RADIUS * angle(lines));
    }

    public static Double distance(double longitude, double latitude, String line) {
        SpherePoint nearest = nearest(longitude, latitude, line);
        return nearest == null
                ? null
                : (Double) (Sphere.RADIUS * SpherePoint.of(longitude, latitude).angle(nearest));
    }

    public static String closest(double longitude, double latitude, String line) {
        SpherePoint nearest = nearest(longitude, latitude, line);
        return nearest == null ? null : nearest.geoJson();
    }

    /** The point after a part of the length of one line, from 0 to 1. */
    public static String at(String line, double fraction) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        if (lines == null || lines.size() != 1 || !(fraction >= 0 && fraction <= 1)) {
            return null;
        }
        List<SpherePoint> points = lines.get(0);
        double left = fraction * angle(lines);
        for (int i = 1; i < points.size(); i++) {
            SpherePoint from = points.get(i - 1);
            double angle = from.angle(points.get(i));
            if (left <= angle) {
                SpherePoint across = from.cross(points.get(i)).unit().cross(from);
                return from.times(Math.cos(left))
                        .plus(across.times(Math.sin(left)))
                        .geoJson();
            }
            left -= angle;
        }
        return points.get(points.size() - 1).geoJson();
    }

    /** The part of the length of one line up to the place that is nearest to a point. */
    public static Double locate(String line, double longitude, double latitude) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        if (lines == null || lines.size() != 1 || !Sphere.isPoint(longitude, latitude)) {
            return null;
        }
        SpherePoint point = SpherePoint.of(longitude, latitude);
        List<SpherePoint> points = lines.get(0);
        double best = Double.POSITIVE_INFINITY;
        double place = 0;
        double before = 0;
        for (int i = 1; i < points.size(); i++) {
            SpherePoint foot = point.nearestOn(points.get(i - 1), points.get(i));
            if (point.angle(foot) < best) {
                best = point.angle(foot);
                place = before + points.get(i - 1).angle(foot);
            }
            before += points.get(i - 1).angle(points.get(i));
        }
        return place / before;
    }

    public static String centroid(String line) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        if (lines == null) {
            return null;
        }
        SpherePoint sum = new SpherePoint(0, 0, 0);
        for (List<SpherePoint> points : lines) {
            for (int i = 1; i < points.size(); i++) {
                double half = points.get(i - 1).angle(points.get(i)) / 2;
                sum = sum.plus(points.get(i - 1).plus(points.get(i)).times(Math.tan(half)));
            }
        }
        return sum.length() == 0 ? null : sum.unit().geoJson();
    }

    private static double angle(List<List<SpherePoint>> lines) {
        double angle = 0;
        for (List<SpherePoint> points : lines) {
            for (int i = 1; i < points.size(); i++) {
                angle += points.get(i - 1).angle(points.get(i));
            }
        }
        return angle;
    }

    private static SpherePoint nearest(double longitude, double latitude, String line) {
        List<List<SpherePoint>> lines = GeoJson.lines(line);
        return lines == null || !Sphere.isPoint(longitude, latitude)
                ? null
                : nearest(SpherePoint.of(longitude, latitude), lines);
    }

    static SpherePoint nearest(SpherePoint point, List<List<SpherePoint>> lines) {
        return lines.stream()
                .flatMap(points -> IntStream.range(1, points.size())
                        .mapToObj(i -> point.nearestOn(points.get(i - 1), points.get(i))))
                .min(Comparator.comparingDouble(point::angle))
                .orElseThrow();
    }
}
