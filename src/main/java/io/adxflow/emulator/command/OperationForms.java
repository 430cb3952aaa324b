package io.adxflow.emulator.command;

import io.adxflow.emulator.command.cluster.CancelOperation;
import io.adxflow.emulator.command.cluster.CancelQuery;
import io.adxflow.emulator.command.cluster.ShowJournal;
import io.adxflow.emulator.command.cluster.ShowOperationDetails;
import io.adxflow.emulator.command.cluster.ShowOperations;
import io.adxflow.emulator.command.cluster.ShowRequests;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.table.UndoDropTable;
import java.util.List;
import java.util.Optional;

/** The commands about what runs and what was done. */
final class OperationForms {
    static final List<CommandForm> ALL = List.of(
            new CommandForm(".show operations", ShowOperations::read),
            new CommandForm(".show running operations", reader -> operations(true)),
            new CommandForm(".show completed operations", reader -> operations(false)),
            new CommandForm(".show operation", ShowOperationDetails::read),
            new CommandForm(".show queries", reader -> new ShowRequests(ShowRequests.Kind.QUERIES)),
            new CommandForm(".show running queries", ShowRequests::readRunning),
            new CommandForm(".show commands", reader -> new ShowRequests(ShowRequests.Kind.COMMANDS)),
            new CommandForm(
                    ".show commands-and-queries", reader -> new ShowRequests(ShowRequests.Kind.COMMANDS_AND_QUERIES)),
            new CommandForm(".show journal", reader -> new ShowJournal(false)),
            new CommandForm(".show cluster journal", reader -> new ShowJournal(true)),
            new CommandForm(".cancel operation", CancelOperation::read),
            new CommandForm(".cancel query", CancelQuery::read),
            new CommandForm(".undo drop table", UndoDropTable::read));

    private OperationForms() {}

    private static Command operations(boolean isRunning) {
        return new ShowOperations(Optional.empty(), Optional.of(isRunning));
    }
}
