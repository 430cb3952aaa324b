package io.adxflow.emulator.ingest;

import io.adxflow.kql.language.Schema;
import java.util.Optional;

/**
 * How records become rows of a table.
 *
 * @param schema of the table
 * @param mapping without one, by position for fields and by name for objects
 * @param skipsFirst whether the first record is a header; fields only
 * @param location where the data lies, without what gives access to it
 */
public record RowOptions(
        Schema schema, Optional<Mapping> mapping, boolean skipsFirst, UnevenRecords uneven, String location) {}
