package io.adxflow.kql.value;

/** Distances and directions on a sphere as large as the earth, as S2 has it. */
public final class Sphere {
    static final double RADIUS = 6_371_010;

    private Sphere() {}

    static boolean isPoint(double longitude, double latitude) {
        return longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;
    }

    /** In metres, by the haversine formula. */
    public static Double distance(double longitude1, double latitude1, double longitude2, double latitude2) {
        if (!isPoint(longitude1, latitude1) || !isPoint(longitude2, latitude2)) {
            return null;
        }
        double a = Math.toRadians(latitude1);
        double b = Math.toRadians(latitude2);
        double across = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double along = Math.sin((b - a) / 2);
        return 2
                * RADIUS
                * Math.asin(Math.min(1, Math.sqrt(along * along + Math.cos(a) * Math.cos(b) * across * across)));
    }

    /** Clockwise from north, from 0 to 2π; null for equal points. */
    public static Double azimuth(double longitude1, double latitude1, double longitude2, double latitude2) {
        Double distance = distance(longitude1, latitude1, longitude2, latitude2);
        if (distance == null || distance == 0) {
            return null;
        }
        double a = Math.toRadians(latitude1);
        double b = Math.toRadians(latitude2);
        double turn = Math.toRadians(longitude2 - longitude1);
        double east = Math.sin(turn) * Math.cos(b);
        double north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn);
        double angle = Math.atan2(east, north);
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    /** Of three points, each by longitude and latitude; null when two that follow each other are equal. */
    public static Double angle(Object[] points) {
        Double from = azimuth((Double) points[2], (Double) points[3], (Double) points[0], (Double) points[1]);
        Double to = azimuth((Double) points[2], (Double) points[3], (Double) points[4], (Double) points[5]);
        if (from == null || to == null) {
            return null;
        }
        return to < from ? to - from + 2 * Math.PI : to - from;
    }
}
