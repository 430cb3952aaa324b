package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Geohashes: rectangles named by letters, five bits each, longitude and latitude by turns. */
public final class Geohash {
    private static final String LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final int LONGEST = 18;
    /** West, along the south to the east, along the north: the order in which Kusto lists them. */
    private static final int[][] AROUND = {{-1, 0}, {-1, -1}, {0, -1}, {1, -1}, {1, 1}, {1, 0}, {0, 1}, {-1, 1}};

    private Geohash() {}

    private record Cell(double west, double south, double width, double height) {
        double longitude() {
            return west + width / 2;
        }

        double latitude() {
            return south + height / 2;
        }
    }

    public static String of(double longitude, double latitude, long length) {
        if (!Sphere.isPoint(longitude, latitude) || length < 1 || length > LONGEST) {
            return null;
        }
        StringBuilder hash = new StringBuilder();
        double[] west = {-180, 180};
        double[] south = {-90, 90};
        boolean isLongitude = true;
        for (int letter = 0; letter < length; letter++) {
            int bits = 0;
            for (int bit = 0; bit < 5; bit++, isLongitude = !isLongitude) {
                boolean isUpper = isLongitude ? halve(west, longitude) : halve(south, latitude);
                bits = bits * 2 + (isUpper ? 1 : 0);
            }
            hash.append(LETTERS.charAt(bits));
        }
        return hash.toString();
    }

    public static String center(String hash) {
        Cell cell = cell(hash);
        return cell == null ? null : geometry("Point", List.of(cell.longitude(), cell.latitude()));
    }

    public static String polygon(String hash) {
        Cell cell = cell(hash);
        if (cell == null) {
            return null;
        }
        double east = cell.west() + cell.width();
        double north = cell.south() + cell.height();
        List<Double> start = List.of(cell.west(), cell.south());
        return geometry(
                "Polygon",
                List.of(List.of(
                        start, List.of(east, cell.south()), List.of(east, north), List.of(cell.west(), north), start)));
    }

    public static String neighbors(String hash) {
        Cell cell = cell(hash);
        if (cell == null) {
            return null;
        }
        List<String> neighbors = new ArrayList<>();
        for (int[] step : AROUND) {
            double latitude = cell.latitude() + step[1] * cell.height();
            double longitude = cell.longitude() + step[0] * cell.width();
            if (Math.abs(latitude) <= 90) {
                neighbors.add(of((longitude + 540) % 360 - 180, latitude, hash.length()));
            }
        }
        return JsonText.of(neighbors);
    }

    private static boolean halve(double[] range, double value) {
        double middle = (range[0] + range[1]) / 2;
        boolean isUpper = value >= middle;
        range[isUpper ? 0 : 1] = middle;
        return isUpper;
    }

    private static Cell cell(String hash) {
        double[] west = {-180, 360};
        double[] south = {-90, 180};
        boolean isLongitude = true;
        if (hash.isEmpty() || hash.length() > LONGEST) {
            return null;
        }
        for (int i = 0; i < hash.length(); i++) {
            int bits = LETTERS.indexOf(Character.toLowerCase(hash.charAt(i)));
            if (bits < 0) {
                return null;
            }
            for (int bit = 16; bit > 0; bit /= 2, isLongitude = !isLongitude) {
                double[] range = isLongitude ? west : south;
                range[1] /= 2;
                range[0] += (bits & bit) > 0 ? range[1] : 0;
            }
        }
        return new Cell(west[0], south[0], west[1], south[1]);
    }

    private static String geometry(String type, Object coordinates) {
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", type);
        geometry.put("coordinates", coordinates);
        return JsonText.of(geometry);
    }
}
