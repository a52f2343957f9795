package io.driftline.job.cli.control;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline control apply}. */
@Command(
    name = "apply",
    description = {
      "Publish alert lines and sensitivities, written in YAML, to the running job.",
      "",
      "Checks all of the file, shows what differs from what is published, and publishes it as a"
          + " whole. See docs/control.md.",
      ""
    })
final class ControlApplyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "YAML with rules, sensitivity, or both")
  private Path file;

  @Mixin private ControlTopic topic;

  @Mixin private Author author;

  @Option(
      names = "--from",
      description = "first instant of event time at which it holds (RFC 3339)")
  private Instant from;

  @Option(names = "--dry-run", description = "only show what would change")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ThresholdsFile wanted = ThresholdsFile.read(InputFile.requireReadable(file));
    ThresholdPolicy before = topic.inForce().policy();
    ThresholdPolicy after = next(wanted, before);
    String diff = PolicyText.diff(before, after);
    out().print(diff);
    if (diff.isEmpty()) {
      out().println("nothing changes");
    } else if (dryRun) {
      out().printf("dry run: version %d was not published%n", after.version());
    } else {
      Instant now = Instant.now(Clock.systemUTC());
      byte[] message = PolicyMessageJson.write(after, author.by(), author.reason(), from, now);
      topic.publish(message, author.key());
      out().printf("published version %d to topic %s%n", after.version(), topic.name());
    }
    return 0;
  }

  private ThresholdPolicy next(ThresholdsFile wanted, ThresholdPolicy before) {
    long next = before.version() + 1;
    if (!wanted.statesVersion()) {
      return wanted.policy(next);
    }
    if (wanted.policy().version() < next) {
      throw new CommandFailure(
          "%s says version %d, but version %d is published"
              .formatted(file, wanted.policy().version(), before.version()),
          "write version: %d, or leave it out".formatted(next));
    }
    return wanted.policy();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
