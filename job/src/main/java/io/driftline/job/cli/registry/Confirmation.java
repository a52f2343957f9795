package io.driftline.job.cli.registry;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.Terminal;
import java.util.Locale;

/** Asks before something is done that others will see. */
public final class Confirmation {

  private Confirmation() {}

  /**
   * Returns if the person at the terminal agrees.
   *
   * @throws CommandFailure if there is nobody to ask, or the answer is not yes
   */
  public static void ask(String question) {
    if (!Terminal.canAsk()) {
      throw new CommandFailure(
          "nobody can be asked here, so nothing was published", "give --yes to publish unasked");
    }
    String answer = System.console().readLine("%s [y/N] ", question);
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw new CommandFailure("nothing was published", "answer y, or give --yes");
    }
  }
}
