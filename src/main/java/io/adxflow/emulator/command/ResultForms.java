package io.adxflow.emulator.command;

import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.result.DropResults;
import io.adxflow.emulator.command.result.SetResult;
import io.adxflow.emulator.command.result.SetResult.Existing;
import io.adxflow.emulator.command.result.ShowResults;
import java.util.List;

/** The commands about stored query results. */
final class ResultForms {
    static final List<CommandForm> ALL = List.of(
            form(".set stored_query_result", false, Existing.FORBIDDEN),
            form(".set async stored_query_result", true, Existing.FORBIDDEN),
            form(".set ifnotexists stored_query_result", false, Existing.KEPT),
            form(".set async ifnotexists stored_query_result", true, Existing.KEPT),
            form(".set-or-replace stored_query_result", false, Existing.REPLACED),
            form(".set-or-replace async stored_query_result", true, Existing.REPLACED),
            new CommandForm(".show stored_query_results", ShowResults::readAll),
            new CommandForm(".show stored_query_result", ShowResults::readOne),
            new CommandForm(".drop stored_query_results", DropResults::readOfUser),
            new CommandForm(".drop stored_query_result", DropResults::readOne));

    private ResultForms() {}

    private static CommandForm form(String words, boolean isAsync, Existing existing) {
        return new CommandForm(words, reader -> SetResult.read(reader, isAsync, existing));
    }
}
