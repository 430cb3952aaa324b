package io.adxflow.emulator.command;

import java.nio.file.Path;

/** Sends commands that touch several tables until it is killed, and says after each round how many there were. */
public final class EndlessCommands {
    private EndlessCommands() {}

    public static void main(String[] arguments) {
        try (Script script = new Script(Path.of(arguments[0]))) {
            script.command(".create tables A (a:long), B (b:long), R (g:long), S (g:long), P (g:long)");
            script.command(
                    ".alter table P policy update '[{\"Source\": \"S\", \"Query\": \"S\", \"IsTransactional\": true}]'");
            for (int round = 1; round > 0; round++) {
                script.command(".rename tables A=B, B=A");
                script.command(".ingest inline into table S <|\n" + round + "\n" + round);
                script.command(".replace extents in table R <| { .show table R extents }, { .show table S extents }");
                script.command(".execute database script with (ThrowOnErrors=true) <|\n"
                        + ".create table X1 (a:long)\n.create table X2 (a:long)\n.create table X3 (a:long)");
                script.command(".drop tables (X1, X2, X3)");
                System.out.println(round);
            }
        }
    }
}
