package io.driftline.job.cli.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.JobOptions;
import io.driftline.job.cli.Progress;
import io.driftline.job.cli.local.DriftRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.state.Ordering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline drift}. */
@Command(
    name = "drift",
    description = {
      "Tell how agents changed over weeks, from files of activity.",
      "",
      "Runs the part of the job that finds drift, in event-time order, and prints what it found as a"
          + " timeline for each agent. The same files and options give the same timelines.",
      ""
    })
public final class DriftCommand implements Callable<Integer> {

  @Option(
      names = "--activity",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "agent-activity v1, one event per line (.gz too); several files in any order")
  private List<Path> activity;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with kind and purpose, one per line")
  private Path registry;

  @Option(
      names = "--agent",
      paramLabel = "ID",
      description = "this agent only, whether it drifted or not")
  private String agentId;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "only what was found from this UTC day on; all activity before is still learnt from")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "only what was found up to this day")
  private LocalDate to;

  @Option(
      names = "--json",
      description = "print one JSON object for each drift, as the job writes them to its topic")
  private boolean json;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "draw the timeline of the agent that --agent names")
  private Path svg;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "parallelism of the run; the result does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DayRange range = range();
    if (svg != null && agentId == null) {
      throw new ParameterException(spec.commandLine(), "--svg draws one agent: name it by --agent");
    }
    activity.forEach(InputFile::requireReadable);
    Configuration config = configuration();
    JobSettings settings = JobFiles.settings(config);
    ActivitySurvey survey = ActivitySurvey.of(activity, settings, svg == null ? null : agentId);
    List<AgentDays> agents = agents(survey);
    List<DriftEvent> drifts = run(config, settings);
    List<Timeline> timelines =
        agents.stream().map(agent -> Timeline.of(agent, range, drifts)).toList();
    if (svg != null) {
      draw(timelines.get(0), survey);
    }
    DriftReport report = new DriftReport(timelines, agentId != null, settings.drift());
    spec.commandLine().getOut().print(json ? report.json() : report.text());
    return 0;
  }

  private DayRange range() {
    try {
      return DayRange.of(from, to);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--from %s is after --to %s".formatted(from, to), e);
    }
  }

  private Configuration configuration() {
    Configuration config = options.configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    // Nothing is scored, so no model need be there, or be sound.
    config.set(DriftlineOptions.MODEL, DriftlineOptions.NO_MODEL);
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, InputFile.requireReadable(registry).toString());
    }
    return config;
  }

  private List<DriftEvent> run(Configuration config, JobSettings settings) throws Exception {
    try (Progress progress = Progress.onStderr("watching " + activity.get(0).getFileName())) {
      progress.update("starting");
      return DriftRun.run(config, settings, parallelism, activity);
    }
  }

  private List<AgentDays> agents(ActivitySurvey survey) {
    tellOfRefused(survey);
    List<AgentDays> agents =
        survey.agents().stream()
            .filter(agent -> agentId == null || agent.agentId().equals(agentId))
            .toList();
    if (agents.isEmpty()) {
      throw new CommandFailure(
          "no action%s in %s".formatted(agentId == null ? "" : " of agent " + agentId, files()),
          agentId == null ? "is it agent-activity v1?" : "is the id right?");
    }
    return agents;
  }

  private void tellOfRefused(ActivitySurvey survey) {
    if (survey.refused() > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records were refused, the first: %s%n",
              survey.refused(), survey.firstRefused().message());
    }
  }

  private String files() {
    return activity.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private void draw(Timeline timeline, ActivitySurvey survey) throws IOException {
    if (timeline.agent().seen(timeline.range()) == null) {
      throw new CommandFailure(
          "nothing to draw: agent %s took no action on these days".formatted(agentId),
          "widen --from and --to");
    }
    Files.writeString(svg, DriftPicture.of(timeline, survey.values()).svg());
  }
}
