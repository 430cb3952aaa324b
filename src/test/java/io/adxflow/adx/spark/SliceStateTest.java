package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SliceStateTest {
    private static final SliceState PLANNED = new SliceState(2, 40, 3, "[\"a:long\",\"b:string\"]");

    @Test
    void equallyManyRowsOfOtherTimesAreOthers() {
        assertThat(PLANNED.difference(new SliceState(2, 41, 3, PLANNED.columns())))
                .contains("the 2 rows of a slice are others than they were");
    }

    @Test
    void columnsThatChangedPlacesAreOthers() {
        assertThat(PLANNED.difference(new SliceState(2, 40, 3, "[\"b:long\",\"a:string\"]")))
                .contains("its columns were [\"a:long\",\"b:string\"] and are now [\"b:long\",\"a:string\"]");
    }

    @Test
    void fewerValuesAreOthers() {
        assertThat(PLANNED.difference(new SliceState(2, 40, 1, PLANNED.columns())))
                .contains("the rows of a slice had 3 values and have 1 now; was a column dropped and made again?");
    }

    @Test
    void aColumnMoreIsNoDifference() {
        assertThat(PLANNED.difference(new SliceState(2, 40, 3, "[\"a:long\",\"b:string\",\"c:int\"]")))
                .isEmpty();
        assertThat(PLANNED.difference(PLANNED)).isEmpty();
    }
}
