package io.adxflow.emulator.command;

import io.adxflow.emulator.command.continuous.ContinuousName;
import io.adxflow.emulator.command.continuous.CreateContinuousExport;
import io.adxflow.emulator.command.continuous.DropContinuousExport;
import io.adxflow.emulator.command.continuous.ShowContinuousExports;
import io.adxflow.emulator.command.continuous.ShowExportFailures;
import io.adxflow.emulator.command.continuous.ShowExportedArtifacts;
import io.adxflow.emulator.command.continuous.SwitchContinuousExport;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandReader;
import java.util.List;
import java.util.Optional;

/** The commands about continuous exports. */
final class ContinuousForms {
    static final List<CommandForm> ALL = List.of(
            new CommandForm(".create-or-alter continuous-export", CreateContinuousExport::read),
            new CommandForm(".show continuous-exports", reader -> new ShowContinuousExports(Optional.empty())),
            new CommandForm(".show continuous-export", ContinuousForms::shown),
            new CommandForm(
                    ".enable continuous-export",
                    reader -> new SwitchContinuousExport(ContinuousName.read(reader), true)),
            new CommandForm(
                    ".disable continuous-export",
                    reader -> new SwitchContinuousExport(ContinuousName.read(reader), false)),
            new CommandForm(
                    ".drop continuous-export", reader -> new DropContinuousExport(ContinuousName.read(reader))));

    private ContinuousForms() {}

    private static Command shown(CommandReader reader) {
        ContinuousName name = ContinuousName.read(reader);
        if (reader.take("exported-artifacts")) {
            return new ShowExportedArtifacts(name);
        }
        return reader.take("failures") ? new ShowExportFailures(name) : new ShowContinuousExports(Optional.of(name));
    }
}
