package io.adxflow.emulator.command;

/** A command that changes nothing. Its answer may be piped into a query, and it may feed other commands. */
interface ShowCommand extends Command {}
