package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A point of the unit sphere. Edges between points are the shorter arcs of great circles. */
record SpherePoint(double x, double y, double z) {
    private static final double NEARLY_NOTHING = 1e-14;

    static SpherePoint of(double longitude, double latitude) {
        double across = Math.toRadians(longitude);
        double up = Math.toRadians(latitude);
        return new SpherePoint(Math.cos(up) * Math.cos(across), Math.cos(up) * Math.sin(across), Math.sin(up));
    }

    double longitude() {
        return Math.toDegrees(Math.atan2(y, x));
    }

    double latitude() {
        return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    }

    SpherePoint plus(SpherePoint other) {
        return new SpherePoint(x + other.x, y + other.y, z + other.z);
    }

    SpherePoint times(double factor) {
        return new SpherePoint(x * factor, y * factor, z * factor);
    }

    SpherePoint cross(SpherePoint other) {
        return new SpherePoint(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double dot(SpherePoint other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    SpherePoint unit() {
        return times(1 / length());
    }

    /** In radians. */
    double angle(SpherePoint other) {
        return Math.atan2(cross(other).length(), dot(other));
    }

    /** The point of an edge that is nearest to this one. */
    SpherePoint nearestOn(SpherePoint from, SpherePoint to) {
        SpherePoint normal = from.cross(to);
        if (normal.length() == 0) {
            return from;
        }
        SpherePoint pole = normal.unit();
        SpherePoint foot = plus(pole.times(-dot(pole)));
        boolean isBetween = foot.length() > 0
                && pole.cross(from).dot(foot) > NEARLY_NOTHING
                && pole.cross(to).dot(foot) < -NEARLY_NOTHING;
        return isBetween ? foot.unit() : angle(from) <= angle(to) ? from : to;
    }

    /** A GeoJSON point. */
    String geoJson() {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("type", "Point");
        point.put("coordinates", List.of(longitude(), latitude()));
        return JsonText.of(point);
    }
}
