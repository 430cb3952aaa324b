package io.adxflow.adx.spark;

import java.util.List;
import java.util.OptionalLong;

/**
 * The slices that a read consists of.
 *
 * @param rows at most as many rows are read; empty when nobody knows without reading
 */
record SlicePlan(List<Slice> slices, OptionalLong rows) {
    SlicePlan {
        slices = List.copyOf(slices);
    }

    static SlicePlan whole(String kql, OptionalLong rows) {
        return new SlicePlan(List.of(Slice.whole(kql)), rows);
    }
}
