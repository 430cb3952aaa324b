package io.adxflow.emulator.command;

import io.adxflow.emulator.command.access.AlterRoles;
import io.adxflow.emulator.command.access.RoleScope;
import io.adxflow.emulator.command.access.ShowPrincipals;
import io.adxflow.emulator.command.extent.ShowExtents;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandForm;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.command.policy.AlterPolicy;
import io.adxflow.emulator.command.policy.PolicyTarget;
import io.adxflow.emulator.command.policy.ShowPolicy;
import io.adxflow.emulator.command.view.AlterView;
import io.adxflow.emulator.command.view.ClearView;
import io.adxflow.emulator.command.view.CreateView;
import io.adxflow.emulator.command.view.DropView;
import io.adxflow.emulator.command.view.RenameView;
import io.adxflow.emulator.command.view.ShowView;
import io.adxflow.emulator.command.view.ShowViews;
import io.adxflow.emulator.command.view.SwitchView;
import java.util.List;
import java.util.Optional;

/** The commands about materialized views. */
final class ViewForms {
    static final List<CommandForm> ALL = List.of(
            new CommandForm(".create async", CreateView::readAsync),
            new CommandForm(".create ifnotexists materialized-view", reader -> CreateView.read(reader, true)),
            new CommandForm(".create materialized-view", reader -> CreateView.read(reader, false)),
            new CommandForm(".create-or-alter materialized-view", CreateView::readOrAlter),
            new CommandForm(".alter materialized-view", AlterView::read),
            new CommandForm(".alter-merge materialized-view", ViewForms::alterMerge),
            new CommandForm(".delete materialized-view", ViewForms::delete),
            new CommandForm(".enable materialized-view", reader -> new SwitchView(ViewName.read(reader), true)),
            new CommandForm(".disable materialized-view", reader -> new SwitchView(ViewName.read(reader), false)),
            new CommandForm(".rename materialized-view", RenameView::read),
            new CommandForm(".clear materialized-view", ClearView::read),
            new CommandForm(".drop materialized-view", ViewForms::drop),
            new CommandForm(".show materialized-views", reader -> new ShowViews(Optional.empty())),
            new CommandForm(".show materialized-view", ViewForms::show));

    private ViewForms() {}

    private static Command alterMerge(CommandReader reader) {
        ViewName view = ViewName.read(reader);
        reader.expect("policy");
        return AlterPolicy.read(reader, List.of(PolicyTarget.ofView(view)), true);
    }

    private static Command delete(CommandReader reader) {
        ViewName view = ViewName.read(reader);
        if (reader.peekWord().equals("records")) {
            throw reader.unsupported("'.delete materialized-view V records'");
        }
        reader.expect("policy");
        return AlterPolicy.readDelete(reader, List.of(PolicyTarget.ofView(view)));
    }

    private static Command show(CommandReader reader) {
        ViewName view = ViewName.read(reader);
        if (reader.take("policy")) {
            return ShowPolicy.readView(reader, view);
        }
        if (reader.take("principals")) {
            return new ShowPrincipals(new RoleScope.OfView(view));
        }
        return ShowExtents.follows(reader)
                ? ShowExtents.read(reader, List.of(ShowView.storage(view)))
                : ShowView.read(reader, view);
    }

    private static Command drop(CommandReader reader) {
        ViewName view = ViewName.read(reader);
        return AlterRoles.follows(reader)
                ? AlterRoles.read(reader, AlterRoles.Verb.DROP, new RoleScope.OfView(view))
                : DropView.read(reader, view);
    }
}
