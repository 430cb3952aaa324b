package io.adxflow.run.commit;

import io.adxflow.adx.client.Quoted;

/**
 * The commands that make verified extents visible. Both may be sent again at any time: extents leave the staging table
 * with the commit, so a second execution has nothing to move, and the guards of {@code replace} then drop nothing. See
 * <a href="https://learn.microsoft.com/kusto/management/move-extents">.move extents</a> and
 * <a href="https://learn.microsoft.com/kusto/management/replace-extents">.replace extents</a>.
 */
final class CommitCommands {
    /** Documented as required; a narrow range silently leaves extents out, and no clock may be trusted here. */
    static final String ANY_CREATION_TIME =
            "extentCreatedOnFrom=datetime(1970-01-01), extentCreatedOnTo=datetime(2200-01-01)";

    private CommitCommands() {}

    static String of(CommitMode mode, VerifiedTable verified) {
        return switch (mode) {
            case APPEND -> append(verified);
            case REPLACE -> replace(verified);
        };
    }

    private static String append(VerifiedTable verified) {
        return ".move async extents to table " + target(verified) + " with (setNewIngestionTime=true, "
                + ANY_CREATION_TIME + ") <| .show table " + staging(verified) + " extents where tags has "
                + Quoted.string(verified.commit().tag());
    }

    /** Drops nothing unless every verified row is still staged, and never rows of this commit. */
    private static String replace(VerifiedTable verified) {
        String ours = "extent_tags() has_cs " + Quoted.string(verified.commit().text());
        return """
                .replace async extents in table %1$s with (setNewIngestionTime=true, %2$s) <|
                { let staged = toscalar(%3$s | where %4$s | count);
                  %1$s | where staged == %5$d and extent_tags() !has_cs %7$s | summarize by ExtentId = extent_id() },
                { %3$s | where %4$s | summarize by ExtentId = extent_id(), TableName = %6$s }"""
                .formatted(
                        target(verified),
                        ANY_CREATION_TIME,
                        staging(verified),
                        ours,
                        verified.rows(),
                        Quoted.string(verified.staging().name()),
                        Quoted.string(verified.commit().text()));
    }

    private static String target(VerifiedTable verified) {
        return Quoted.name(verified.staging().target().name());
    }

    private static String staging(VerifiedTable verified) {
        return Quoted.name(verified.staging().name());
    }
}
