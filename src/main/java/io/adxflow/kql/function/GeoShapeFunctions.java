package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.S2Cells;
import io.adxflow.kql.value.SphereCrossings;
import io.adxflow.kql.value.SphereLines;
import io.adxflow.kql.value.SpherePolygons;
import io.adxflow.kql.value.WellKnownText;
import java.util.ArrayList;
import java.util.List;

/** Lines, polygons and cells on the globe; shapes are GeoJSON. What is no shape or no point gives null. */
final class GeoShapeFunctions {
    private static final String POINT = "longitude: real, latitude: real";

    private static final List<KqlFunction> LINES = List.of(
            scalar("geo_line_length(line: dynamic): real", "kql_geo_line_length({0})", "The length, in metres"),
            scalar("geo_line_centroid(line: dynamic): dynamic", "kql_geo_line_centroid({0})", "The centre of a line"),
            scalar(
                    "geo_line_interpolate_point(line: dynamic, fraction: real): dynamic",
                    "kql_geo_line_at({0}, {1})",
                    "The point after a part of a line, 0 to 1"),
            scalar(
                    "geo_line_locate_point(line: dynamic, " + POINT + "): real",
                    "kql_geo_line_locate({0}, {1}, {2})",
                    "The part of a line, 0 to 1, up to the place nearest to a point"),
            scalar(
                    "geo_distance_point_to_line(" + POINT + ", line: dynamic): real",
                    "kql_geo_line_distance({0}, {1}, {2})",
                    "The shortest distance, in metres"),
            scalar(
                    "geo_closest_point_on_line(" + POINT + ", line: dynamic): dynamic",
                    "kql_geo_line_closest({0}, {1}, {2})",
                    "The point of a line that is nearest to a point"));

    private static final List<KqlFunction> POLYGONS = List.of(
            scalar(
                    "geo_point_in_polygon(" + POINT + ", polygon: dynamic): bool",
                    "kql_geo_polygon_contains({0}, {1}, {2})",
                    "Whether a point is inside of a polygon"),
            scalar(
                    "geo_distance_point_to_polygon(" + POINT + ", polygon: dynamic): real",
                    "kql_geo_polygon_distance({0}, {1}, {2})",
                    "The shortest distance, in metres; 0 inside"),
            scalar(
                    "geo_closest_point_on_polygon(" + POINT + ", polygon: dynamic): dynamic",
                    "kql_geo_polygon_closest({0}, {1}, {2})",
                    "The point of a polygon that is nearest to a point"),
            scalar(
                    "geo_polygon_area(polygon: dynamic): real",
                    "kql_geo_polygon_area({0})",
                    "The area, in square metres; an error when polygons overlap"),
            scalar(
                    "geo_polygon_perimeter(polygon: dynamic): real",
                    "kql_geo_polygon_perimeter({0})",
                    "The length of the border, in metres; an error when polygons overlap"),
            scalar(
                    "geo_polygon_centroid(polygon: dynamic): dynamic",
                    "kql_geo_polygon_centroid({0})",
                    "The centre of a polygon; an error when polygons overlap"));

    private static final List<KqlFunction> OTHERS = List.of(
            scalar(
                    "geo_intersects_2lines(left: dynamic, right: dynamic): bool",
                    "kql_geo_lines_meet({0}, {1})",
                    "Whether two lines have a common point"),
            scalar(
                    "geo_intersects_2polygons(left: dynamic, right: dynamic): bool",
                    "kql_geo_polygons_meet({0}, {1})",
                    "Whether two polygons have a common point"),
            scalar(
                    "geo_intersects_line_with_polygon(line: dynamic, polygon: dynamic): bool",
                    "kql_geo_line_meets_polygon({0}, {1})",
                    "Whether a line and a polygon have a common point"),
            scalar(
                    "geo_from_wkt(text: string): dynamic",
                    "kql_geo_from_wkt({0})",
                    "A shape in well-known text as GeoJSON"),
            scalar(
                    "geo_point_to_s2cell(" + POINT + ", [level: long = 11]): string",
                    "coalesce(kql_s2cell({0}, {1}, {2}), '')",
                    "The token of the S2 cell that holds a point, of level 0 to 30"),
            scalar(
                    "geo_s2cell_to_central_point(token: string): dynamic",
                    "kql_s2cell_center({0})",
                    "The middle of an S2 cell, as GeoJSON"),
            scalar(
                    "geo_s2cell_to_polygon(token: string): dynamic",
                    "kql_s2cell_polygon({0})",
                    "The corners of an S2 cell, as GeoJSON"));

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_geo_line_length(dynamic): real", SphereLines::length),
            java("kql_geo_line_centroid(dynamic): dynamic", SphereLines::centroid),
            java("kql_geo_line_at(dynamic, real): dynamic", SphereLines::at),
            java("kql_geo_line_locate(dynamic, real, real): real", SphereLines::locate),
            java("kql_geo_line_distance(real, real, dynamic): real", SphereLines::distance),
            java("kql_geo_line_closest(real, real, dynamic): dynamic", SphereLines::closest),
            java("kql_geo_polygon_contains(real, real, dynamic): bool", SpherePolygons::contains),
            java("kql_geo_polygon_distance(real, real, dynamic): real", SpherePolygons::distance),
            java("kql_geo_polygon_closest(real, real, dynamic): dynamic", SpherePolygons::closest),
            java("kql_geo_polygon_area(dynamic): real", SpherePolygons::area),
            java("kql_geo_polygon_perimeter(dynamic): real", SpherePolygons::perimeter),
            java("kql_geo_polygon_centroid(dynamic): dynamic", SpherePolygons::centroid),
            java("kql_geo_lines_meet(dynamic, dynamic): bool", SphereCrossings::ofLines),
            java("kql_geo_polygons_meet(dynamic, dynamic): bool", SphereCrossings::ofPolygons),
            java("kql_geo_line_meets_polygon(dynamic, dynamic): bool", SphereCrossings::ofLineAndPolygon),
            java("kql_geo_from_wkt(string): dynamic", WellKnownText::toGeoJson),
            java("kql_s2cell(real, real, long): string", S2Cells::of),
            java("kql_s2cell_center(string): dynamic", S2Cells::center),
            java("kql_s2cell_polygon(string): dynamic", S2Cells::polygon));

    private GeoShapeFunctions() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>(LINES);
        all.addAll(POLYGONS);
        all.addAll(OTHERS);
        return List.copyOf(all);
    }
}
