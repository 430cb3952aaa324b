package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;

/** Groups the datetimes of rows, in their order, to sessions. */
public final class Sessions {
    private Sessions() {}

    /**
     * The start of the session of each row, as an array of ticks.
     *
     * @param rows separated by commas; of each, separated by blanks: ticks or {@code null}, the longest distance from the
     *     start, the longest distance from the row before, and whether a session starts in any case, 1 or 0
     */
    public static String starts(String rows) {
        List<Object> starts = new ArrayList<>();
        Long start = null;
        Long before = null;
        for (String row : rows.split(",")) {
            String[] cells = row.split(" ");
            Long time = number(cells[0]);
            boolean isNew = start == null
                    || before == null
                    || cells[3].equals("1")
                    || isBeyond(time, start, cells[1])
                    || isBeyond(time, before, cells[2]);
            start = isNew ? time : start;
            before = time;
            starts.add(time == null ? null : start);
        }
        return JsonText.of(starts);
    }

    private static boolean isBeyond(Long time, Long from, String distance) {
        Long longest = number(distance);
        return time == null || longest != null && time - from >= longest;
    }

    private static Long number(String text) {
        return text.equals("null") ? null : Long.valueOf(text);
    }
}
