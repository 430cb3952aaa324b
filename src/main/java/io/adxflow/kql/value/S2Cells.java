package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of S2, by their tokens: the globe as a cube whose six faces are divided by four up to 30 times, numbered along a
 * Hilbert curve.
 *
 * @see <a href="http://s2geometry.io/devguide/s2cell_hierarchy">S2 cell hierarchy</a>
 */
public final class S2Cells {
    private static final int DEEPEST = 30;
    private static final int[][] PLACE_ON_CURVE = {{0, 1, 3, 2}, {0, 3, 1, 2}, {2, 3, 1, 0}, {2, 1, 3, 0}};
    private static final int[][] QUARTER = {{0, 1, 3, 2}, {0, 2, 3, 1}, {3, 2, 0, 1}, {3, 1, 0, 2}};
    private static final int[] TURN = {1, 0, 0, 3};

    private S2Cells() {}

    /** A cell: its face, its column and row among the cells of its level. */
    private record Cell(int face, int level, long column, long row) {
        SpherePoint corner(double right, double up) {
            double cells = 1L << level;
            return point(face, flattened((column + right) / cells), flattened((row + up) / cells));
        }
    }

    /** Empty when there is no such point or level. */
    public static String of(double longitude, double latitude, long level) {
        if (!Sphere.isPoint(longitude, latitude) || level < 0 || level > DEEPEST) {
            return "";
        }
        SpherePoint point = SpherePoint.of(longitude, latitude);
        double[] axes = {point.x(), point.y(), point.z()};
        int axis = 0;
        for (int i = 1; i < axes.length; i++) {
            axis = Math.abs(axes[i]) > Math.abs(axes[axis]) ? i : axis;
        }
        int face = axes[axis] < 0 ? axis + 3 : axis;
        double[] place = place(face, point);
        return token(face, index(place[0]), index(place[1]), (int) level);
    }

    /** The middle as a GeoJSON point; null when it is no token. */
    public static String center(String token) {
        Cell cell = cell(token);
        return cell == null ? null : cell.corner(0.5, 0.5).geoJson();
    }

    public static String polygon(String token) {
        Cell cell = cell(token);
        if (cell == null) {
            return null;
        }
        List<List<Double>> ring = new ArrayList<>();
        for (double[] corner : new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
            SpherePoint point = cell.corner(corner[0], corner[1]);
            ring.add(List.of(point.longitude(), point.latitude()));
        }
        Map<String, Object> polygon = new LinkedHashMap<>();
        polygon.put("type", "Polygon");
        polygon.put("coordinates", List.of(ring));
        return JsonText.of(polygon);
    }

    private static String token(int face, long column, long row, int level) {
        long id = face;
        int orientation = face & 1;
        for (int bit = DEEPEST - 1; bit >= 0; bit--) {
            int quarter = (int) ((column >> bit & 1) << 1 | row >> bit & 1);
            int place = PLACE_ON_CURVE[orientation][quarter];
            id = id << 2 | place;
            orientation ^= TURN[place];
        }
        long last = 1L << 2 * (DEEPEST - level);
        long cell = id << 1 & -last | last;
        return String.format("%016x", cell).replaceFirst("0+$", "");
    }

    private static Cell cell(String token) {
        if (!token.matches("[0-9a-fA-F]{1,16}")) {
            return null;
        }
        long id = Long.parseUnsignedLong(token + "0".repeat(16 - token.length()), 16);
        int zeros = Long.numberOfTrailingZeros(id);
        int face = (int) (id >>> 61);
        if (face > 5 || zeros % 2 == 1 || zeros > 2 * DEEPEST) {
            return null;
        }
        int level = DEEPEST - zeros / 2;
        int orientation = face & 1;
        long column = 0;
        long row = 0;
        for (int step = 1; step <= level; step++) {
            int place = (int) (id >>> 61 - 2 * step & 3);
            int quarter = QUARTER[orientation][place];
            column = column << 1 | quarter >> 1;
            row = row << 1 | quarter & 1;
            orientation ^= TURN[place];
        }
        return new Cell(face, level, column, row);
    }

    private static double[] place(int face, SpherePoint p) {
        return switch (face) {
            case 0 -> new double[] {p.y() / p.x(), p.z() / p.x()};
            case 1 -> new double[] {-p.x() / p.y(), p.z() / p.y()};
            case 2 -> new double[] {-p.x() / p.z(), -p.y() / p.z()};
            case 3 -> new double[] {p.z() / p.x(), p.y() / p.x()};
            case 4 -> new double[] {p.z() / p.y(), -p.x() / p.y()};
            default -> new double[] {-p.y() / p.z(), -p.x() / p.z()};
        };
    }

    private static SpherePoint point(int face, double u, double v) {
        return switch (face) {
            case 0 -> new SpherePoint(1, u, v);
            case 1 -> new SpherePoint(-u, 1, v);
            case 2 -> new SpherePoint(-u, -v, 1);
            case 3 -> new SpherePoint(-1, -v, -u);
            case 4 -> new SpherePoint(v, -1, -u);
            default -> new SpherePoint(v, u, -1);
        };
    }

    /** Makes cells of one level about equally large: the quadratic projection of S2, and the index of a leaf. */
    private static long index(double u) {
        double s = u >= 0 ? 0.5 * Math.sqrt(1 + 3 * u) : 1 - 0.5 * Math.sqrt(1 - 3 * u);
        long leaves = 1L << DEEPEST;
        return Math.max(0, Math.min(leaves - 1, (long) Math.floor(s * leaves)));
    }

    private static double flattened(double s) {
        return s >= 0.5 ? (4 * s * s - 1) / 3 : (1 - 4 * (1 - s) * (1 - s)) / 3;
    }
}
