package io.driftline.job.cli.alerts;

import io.driftline.feature.Glob;
import io.driftline.job.alert.Ansi;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.CtrlC;
import io.driftline.job.cli.Terminal;
import io.driftline.posture.Severity;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code driftline alerts}. */
@Command(
    name = "alerts",
    description = {
      "Tell what the job raises, as soon as it is committed, until Ctrl-C.",
      "",
      "Reads the native format (driftline.output.format NATIVE); records in OCSF are counted and"
          + " passed over. driftline explain ID tells more about one of what is told.",
      ""
    })
public final class AlertsCommand implements Callable<Integer> {

  private static final List<String> FOR_ALERTS =
      List.of("--kind", "--severity", "--agent", "--since", "--from-beginning");

  @Mixin private AlertSource source;

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      defaultValue = "INCIDENT",
      description = "incident, anomaly, drift, finding; several by commas (default: incident)")
  private Set<AlertKind> kinds = new LinkedHashSet<>();

  @Option(
      names = "--severity",
      paramLabel = "LEAST",
      description = "low, medium, high or critical and above; drift is not graded and always told")
  private Severity least;

  @Option(
      names = "--agent",
      paramLabel = "GLOB",
      description = "of these agents only, for example 'sales-*'")
  private String agent;

  @Option(names = "--from-beginning", description = "also all that was raised before")
  private boolean fromBeginning;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = InstantOption.class,
      description = "also what was raised at or after, for example 2026-03-01T09:00:00Z")
  private Instant since;

  @Option(
      names = "--no-follow",
      description = "end with what is there now, from the beginning unless --since says otherwise")
  private boolean noFollow;

  @Option(
      names = "--hidden",
      description = "tell what suppressions and budgets have hidden instead, day by day, and end")
  private boolean hidden;

  @Option(names = "--json", description = "records as they are, one per line")
  private boolean json;

  @Option(names = "--no-color", description = "plain text, also on a terminal")
  private boolean noColor;

  @Spec private CommandSpec spec;

  /** Reads {@code 2026-03-01T09:00:00Z}, or with an offset from UTC. */
  private static final class InstantOption implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no time: give one as 2026-03-01T09:00:00Z".formatted(text));
      }
    }
  }

  @Override
  public Integer call() {
    ParseResult given = spec.commandLine().getParseResult();
    if (hidden && FOR_ALERTS.stream().anyMatch(given::hasMatchedOption)) {
      throw new ParameterException(
          spec.commandLine(), "--hidden goes with none of " + String.join(", ", FOR_ALERTS));
    }
    Unread unread = new Unread(spec.commandLine().getErr());
    if (hidden) {
      tellHidden(unread);
    } else {
      tellAlerts(unread);
    }
    return 0;
  }

  private void tellHidden(Unread unread) {
    try (CommittedTopic topic = source.openHidden()) {
      HiddenCounts counts = HiddenCounts.read(topic, unread);
      out().print(json ? counts.lines() : counts.table());
      unread.total();
    }
  }

  private void tellAlerts(Unread unread) {
    AlertTail tail = new AlertTail(new AlertReader(unread), filter(), this::text, out());
    try (CtrlC ctrlC = CtrlC.guard();
        CommittedTopic topic = source.open(kinds)) {
      start(topic);
      tail.run(topic, !noFollow, ctrlC);
      unread.total();
    }
  }

  private void start(CommittedTopic topic) {
    if (since != null) {
      topic.skipTo(since);
    } else if (!fromBeginning && !noFollow) {
      topic.skip();
    }
  }

  private AlertFilter filter() {
    return new AlertFilter(least, agent == null ? null : Glob.of(agent), since);
  }

  private String text(AlertRecord record) {
    Ansi ansi = Ansi.of(!noColor && Terminal.showsColour());
    return json ? record.line() + "\n" : new AlertLines(ansi).render(record);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
