package io.driftline.job.cli;

import io.driftline.job.config.HintedFailure;
import io.driftline.job.settings.SettingsRefused;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;

/** Turns an exception into the one line a user reads: {@code driftline: what (hint)}. */
final class ErrorLine {

  private static final String DEBUG_HINT = "--debug shows where";

  private ErrorLine() {}

  static String of(String what, String hint) {
    return "driftline: %s (%s)".formatted(firstLine(what), hint);
  }

  /**
   * Speaks for the first failure in the chain of causes that says what to do, else for the root.
   */
  static String of(Throwable error) {
    Throwable telling = telling(error);
    String message = telling.getMessage();
    if (telling instanceof SettingsRefused refused) {
      return of(refused);
    }
    if (telling instanceof HintedFailure failure) {
      return of(message, failure.hint());
    }
    if (telling instanceof NoSuchFileException) {
      return of("no such file: " + message, "check the path");
    }
    if (telling instanceof AccessDeniedException) {
      return of("no permission for " + message, "check its owner and mode");
    }
    if (telling instanceof FileAlreadyExistsException) {
      return of("already exists: " + message, "choose another name or remove it");
    }
    if (telling instanceof BindException) {
      return of("the port is in use: " + message, "choose another port");
    }
    String kind = telling.getClass().getSimpleName();
    return of(message == null ? kind : kind + ": " + message, DEBUG_HINT);
  }

  private static Throwable telling(Throwable error) {
    Throwable root = error;
    while (!isTelling(root) && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static boolean isTelling(Throwable error) {
    return error instanceof HintedFailure || error instanceof SettingsRefused;
  }

  /** One line for each fault: who mends one wants to know of the others. */
  private static String of(SettingsRefused refused) {
    return refused.faults().stream()
        .map(fault -> of(fault.what(), fault.fix()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
