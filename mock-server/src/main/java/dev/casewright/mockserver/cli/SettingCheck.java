package dev.casewright.mockserver.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Passes settings on; where one is refused, it tells which option that was. */
final class SettingCheck {

  private final CommandSpec command;

  SettingCheck(CommandSpec command) {
    this.command = command;
  }

  /** Passes a value on, unless it is null. */
  <T> void set(String option, T value, Consumer<T> setting) {
    if (value == null) {
      return;
    }
    try {
      setting.accept(value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), e.getMessage(), e, command.findOption(option), null);
    }
  }
}
