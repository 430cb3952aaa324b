package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.UUID;

/**
 * A blob that was not ingested, or rows that an update policy did not make.
 *
 * @param operation the request that failed; a queue's report names the same one
 * @param failedOn ticks
 * @param source address of the blob, without what gives access; nothing for an update policy
 * @param isOfUpdatePolicy whether the table is one that an update policy would have filled
 * @param cause why
 */
public record IngestionFailure(
        UUID operation,
        String database,
        String table,
        long failedOn,
        String source,
        boolean isOfUpdatePolicy,
        RuntimeException cause) {
    public static IngestionFailure ofBlob(
            UUID operation, String database, String table, long failedOn, String source, RuntimeException cause) {
        return new IngestionFailure(operation, database, table, failedOn, source, false, cause);
    }

    public static IngestionFailure ofUpdatePolicy(
            UUID operation, String database, String table, long failedOn, RuntimeException cause) {
        return new IngestionFailure(operation, database, table, failedOn, "", true, cause);
    }

    /**
     * The name of the failure in the service's list.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-explorer/error-codes">Ingestion error codes</a>
     */
    public static String code(RuntimeException cause) {
        if (cause instanceof UserException mistakes) {
            return ofProblem(mistakes.diagnostics().get(0).problem());
        }
        if (cause instanceof RemoteException remote && remote.status() == 400) {
            return CommandProblem.BAD_RECORD.kustoCode();
        }
        return "General_InternalServerError";
    }

    /** In one line. */
    public static String details(RuntimeException cause) {
        return cause instanceof UserException mistakes
                ? mistakes.diagnostics().get(0).message()
                : String.valueOf(cause.getMessage());
    }

    /** Whether it would fail again. */
    public static boolean isPermanent(RuntimeException cause) {
        return cause instanceof UserException || cause instanceof RemoteException remote && remote.status() == 400;
    }

    private static String ofProblem(Problem problem) {
        if (problem == CommandProblem.TABLE_NOT_FOUND) {
            return "BadRequest_TableNotExist";
        }
        if (problem == CommandProblem.DATABASE_NOT_FOUND) {
            return "BadRequest_DatabaseNotExist";
        }
        return problem instanceof CommandProblem command ? command.kustoCode() : "General_BadRequest";
    }
}
