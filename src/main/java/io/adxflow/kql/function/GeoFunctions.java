package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Geohash;
import io.adxflow.kql.value.Sphere;
import java.util.List;

/** Points on the sphere that Kusto computes with, longitude first, in degrees; and geohashes. No point gives null. */
final class GeoFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "geo_distance_2points(longitude1: real, latitude1: real, longitude2: real, latitude2: real): real",
                    "kql_geo_distance({0}, {1}, {2}, {3})",
                    "The shortest distance, in metres"),
            scalar(
                    "geo_azimuth(longitude1: real, latitude1: real, longitude2: real, latitude2: real): real",
                    "kql_geo_azimuth({0}, {1}, {2}, {3})",
                    "The direction of the second point, clockwise from north, in radians; null for equal points"),
            scalar(
                    "geo_angle(longitude1: real, latitude1: real, longitude2: real, latitude2: real, longitude3: real,"
                            + " latitude3: real): real",
                    "kql_geo_angle({0}, {1}, {2}, {3}, {4}, {5})",
                    "The turn at the second point from the first to the third, clockwise, in radians"),
            scalar(
                    "geo_point_in_circle(longitude: real, latitude: real, center_longitude: real, center_latitude: real, radius: real): bool",
                    "(kql_geo_distance({0}, {1}, {2}, {3}) <= CASE WHEN {4} >= 0 THEN {4} END)",
                    "Whether a point is within so many metres of another; null for a negative radius"),
            scalar(
                    "geo_point_to_geohash(longitude: real, latitude: real, [accuracy: long = 5]): string",
                    "coalesce(kql_geohash({0}, {1}, {2}), '')",
                    "The geohash of a point, of 1 to 18 letters"),
            scalar(
                    "geo_geohash_to_central_point(geohash: string): dynamic",
                    "kql_geohash_center({0})",
                    "The middle of a geohash, as GeoJSON"),
            scalar(
                    "geo_geohash_to_polygon(geohash: string): dynamic",
                    "kql_geohash_polygon({0})",
                    "The rectangle of a geohash, as GeoJSON"),
            scalar(
                    "geo_geohash_neighbors(geohash: string): dynamic",
                    "kql_geohash_neighbors({0})",
                    "The eight geohashes around"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_geo_distance(real, real, real, real): real", Sphere::distance),
            java("kql_geo_azimuth(real, real, real, real): real", Sphere::azimuth),
            JavaFunction.all("kql_geo_angle(real, real, real, real, real, real): real", Sphere::angle),
            java("kql_geohash(real, real, long): string", Geohash::of),
            java("kql_geohash_center(string): dynamic", Geohash::center),
            java("kql_geohash_polygon(string): dynamic", Geohash::polygon),
            java("kql_geohash_neighbors(string): dynamic", Geohash::neighbors));

    private GeoFunctions() {}
}
