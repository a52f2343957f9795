package io.driftline.job.cli.registry;

import io.driftline.explain.Numbers;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.RegistryChange.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline registry apply}. */
@Command(
    name = "apply",
    description = {
      "Publish a registry of agents and people, written in YAML.",
      "",
      "Checks all of the file, shows what differs from what is published, asks, and publishes the"
          + " difference: all of it or nothing. What is in the topics and not in the file stays,"
          + " unless --prune is given. See docs/registry.md.",
      ""
    })
final class RegistryApplyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "YAML with a list of agents, of people, or both")
  private Path file;

  @Mixin private TopicOptions options;

  @Option(names = "--dry-run", description = "only show what would be published")
  private boolean dryRun;

  @Option(
      names = "--prune",
      description = "remove who is published and not in the file, of the lists that it has")
  private boolean prune;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RegistryDocument document = RegistryDocument.read(InputFile.requireReadable(file));
    requireSound(document);
    try (RegistryTopics topics = options.connect()) {
      List<Subject> existing = topics.existing();
      RegistryContent present = topics.read(existing, this::warn);
      RegistryWarnings.of(document, present).forEach(warning -> warn(located(warning)));
      RegistryPlan plan = RegistryPlan.of(document, present, prune);
      out().print(PlanText.of(plan));
      plan.subjects().stream()
          .filter(subject -> !existing.contains(subject))
          .forEach(subject -> out().println(toBeCreated(topics.name(subject))));
      apply(plan, topics);
    }
    return 0;
  }

  private static String toBeCreated(String topic) {
    return "topic " + topic + " does not exist yet: it will be created, compacted";
  }

  private void requireSound(RegistryDocument document) {
    List<Fault> faults = document.faults();
    faults.forEach(fault -> err().println(located(fault)));
    if (!faults.isEmpty()) {
      throw new CommandFailure(
          "%s in %s, so nothing was published"
              .formatted(Numbers.counted(faults.size(), "fault", "faults"), file),
          "correct the lines above");
    }
  }

  private void apply(RegistryPlan plan, RegistryTopics topics) {
    if (plan.isEmpty()) {
      out().println("nothing changes");
    } else if (dryRun) {
      out().println("dry run: nothing was published");
    } else {
      publish(plan.steps().map(RegistryPlan.Step::after).toList(), plan, topics);
    }
  }

  private void publish(List<RegistryEntry> entries, RegistryPlan plan, RegistryTopics topics) {
    String records = Numbers.counted(entries.size(), "record", "records");
    out().flush();
    if (!yes) {
      Confirmation.ask("publish " + records + "?");
    }
    topics.create(plan.subjects()).forEach(topic -> out().println("created topic " + topic));
    topics.publish(entries);
    out().println("published " + records);
  }

  private String located(Fault fault) {
    return "%s:%d: %s".formatted(file, fault.line(), fault.message());
  }

  private void warn(String warning) {
    err().println("warning: " + warning);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
