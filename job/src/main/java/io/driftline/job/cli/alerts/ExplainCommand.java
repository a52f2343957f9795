package io.driftline.job.cli.alerts;

import io.driftline.explain.PlainText;
import io.driftline.job.alert.AnomalyText;
import io.driftline.job.alert.Ansi;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline explain}. */
@Command(
    name = "explain",
    description = {
      "Tell all about one incident, anomaly, drift or finding.",
      "",
      "Looks for its id in the topics from their beginning to what is committed now. Reads the"
          + " native format (driftline.output.format NATIVE); records in OCSF are counted and passed"
          + " over.",
      ""
    })
public final class ExplainCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 5;

  @Parameters(
      paramLabel = "ID",
      description = "16 hexadecimal digits, or the first of them, at least 4")
  private String id;

  @Option(names = "--json", description = "its records as they are, one per line")
  private boolean json;

  @Option(names = "--no-color", description = "plain text, also on a terminal")
  private boolean noColor;

  @Mixin private AlertSource source;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String prefix = id.toLowerCase(Locale.ROOT);
    if (!prefix.matches("[0-9a-f]{4,16}")) {
      throw new ParameterException(
          spec.commandLine(), "an id has 16 hexadecimal digits: give all, or the first 4 or more");
    }
    List<AlertRecord> told = find(prefix);
    spec.commandLine().getOut().print(json ? lines(told) : text(told));
    return 0;
  }

  private List<AlertRecord> find(String prefix) {
    List<AlertKind> kinds = source.existing(List.of(AlertKind.values()));
    if (kinds.isEmpty()) {
      throw new CommandFailure(
          "no topic %s.incidents, .anomalies, .drift or .findings exists"
              .formatted(source.topics().prefix()),
          "name others with " + AlertSource.OTHER_NAMES);
    }
    Unread unread = new Unread(spec.commandLine().getErr());
    try (CommittedTopic topic = source.open(kinds)) {
      return only(prefix, new Lookup(new AlertReader(unread), prefix).read(topic).found());
    } finally {
      unread.total();
    }
  }

  private static List<AlertRecord> only(String prefix, List<List<AlertRecord>> found) {
    if (found.isEmpty()) {
      throw new CommandFailure(
          "nothing that is kept in the topics has an id that begins with " + prefix,
          "driftline alerts --no-follow tells what there is");
    }
    if (found.size() > 1) {
      throw new CommandFailure(
          "%d ids begin with %s: %s".formatted(found.size(), prefix, named(found)),
          "give more digits");
    }
    return found.get(0);
  }

  private static String named(List<List<AlertRecord>> found) {
    String named =
        found.stream()
            .limit(MOST_NAMED)
            .map(told -> told.get(0).kind().code() + " " + PlainText.of(told.get(0).id()))
            .collect(Collectors.joining(", "));
    return found.size() > MOST_NAMED ? named + "…" : named;
  }

  private static String lines(List<AlertRecord> told) {
    return told.stream().map(record -> record.line() + "\n").collect(Collectors.joining());
  }

  private String text(List<AlertRecord> told) {
    boolean colour = !noColor && Terminal.showsColour();
    Ansi ansi = Ansi.of(colour);
    return switch (told.get(0).kind()) {
      case ANOMALY -> anomaly(told.get(0), colour);
      case DRIFT -> DriftText.render(told.get(0), ansi);
      case FINDING -> FindingText.render(told, ansi);
      case INCIDENT -> IncidentText.render(told, ansi) + worst(told, colour);
    };
  }

  /** The full picture of the anomaly that an incident is most about; empty if it has none. */
  private String worst(List<AlertRecord> told, boolean colour) {
    String id = IncidentText.worstAnomaly(told).orElse(null);
    if (id == null) {
      return "";
    }
    String gone = "anomaly %s is no longer in its topic%n".formatted(PlainText.of(id));
    return "\n" + source.anomaly(id).map(found -> anomaly(found, colour)).orElse(gone);
  }

  private static String anomaly(AlertRecord record, boolean colour) {
    try {
      return AnomalyText.renderInFull(AnomalyReader.read(record.bytes()), colour);
    } catch (IOException | RuntimeException e) {
      throw new CommandFailure(
          "anomaly %s is not as this release writes them: %s"
              .formatted(
                  PlainText.of(record.id()), PlainText.neutral(String.valueOf(e.getMessage()))),
          "--json shows it as it is",
          e);
    }
  }
}
