package io.driftline.job.cli.registry;

import io.driftline.job.cli.CommandFailure;
import io.driftline.registry.RegistryChange.Subject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code driftline registry show}. */
@Command(
    name = "show",
    description = "Print what is published as YAML that driftline registry apply takes.")
final class RegistryShowCommand implements Callable<Integer> {

  @Mixin private TopicOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (RegistryTopics topics = options.connect()) {
      List<Subject> subjects = topics.existing();
      if (subjects.isEmpty()) {
        throw new CommandFailure(
            "neither topic %s nor %s exists"
                .formatted(topics.name(Subject.AGENT), topics.name(Subject.USER)),
            "driftline registry apply creates them");
      }
      RegistryContent content = topics.read(subjects, this::warn);
      spec.commandLine().getOut().print(RegistryYaml.write(content, subjects));
    }
    return 0;
  }

  private void warn(String warning) {
    spec.commandLine().getErr().println("warning: " + warning);
  }
}
