package io.driftline.job.cli.control;

import io.driftline.explain.PlainText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code driftline control show}. */
@Command(
    name = "show",
    description = {
      "Show the lines and sensitivities that were published last.",
      "",
      "With -D driftline.control.public-key only what that key verifies counts, as in the job.",
      ""
    })
final class ControlShowCommand implements Callable<Integer> {

  @Mixin private ControlTopic topic;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PolicyInForce inForce = topic.inForce();
    PrintWriter out = spec.commandLine().getOut();
    if (inForce.policy().version() == 0) {
      out.println("nothing is published: the configured line holds for all");
    } else {
      out.println(PlainText.neutral(inForce.said()));
      out.print(PolicyText.of(inForce.policy()));
    }
    return 0;
  }
}
