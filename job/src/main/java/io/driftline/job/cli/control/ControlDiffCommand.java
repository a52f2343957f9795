package io.driftline.job.cli.control;

import io.driftline.job.cli.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline control diff}. */
@Command(name = "diff", description = "Show what a file would change.")
final class ControlDiffCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "YAML with rules, sensitivity, or both")
  private Path file;

  @Mixin private ControlTopic topic;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ThresholdsFile wanted = ThresholdsFile.read(InputFile.requireReadable(file));
    String diff = PolicyText.diff(topic.inForce().policy(), wanted.policy());
    spec.commandLine().getOut().print(diff.isEmpty() ? "nothing changes\n" : diff);
    return 0;
  }
}
