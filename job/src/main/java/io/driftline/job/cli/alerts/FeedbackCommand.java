package io.driftline.job.cli.alerts;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.decide.FeedbackKind;
import io.driftline.job.alert.OutputJson;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.control.Author;
import io.driftline.job.cli.control.ControlTopic;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.OutputTopics;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code driftline feedback}. */
@Command(
    name = "feedback",
    description = {
      "Tell the running job what was found out about an anomaly.",
      "",
      "Looks for its id in the topic of anomalies, as explain does, and publishes the verdict. See"
          + " docs/control.md.",
      ""
    })
public final class FeedbackCommand implements Callable<Integer> {

  private static final double ROUNDING = 1e-4;

  @Parameters(paramLabel = "ID", description = "id of the anomaly, 16 hexadecimal digits")
  private String id;

  @ArgGroup(multiplicity = "1")
  private Verdict verdict;

  @Mixin private ControlTopic topic;

  @Mixin private Author author;

  @Spec private CommandSpec spec;

  private static final class Verdict {
    @Option(names = "--true-positive", description = "an attack, or an agent out of hand")
    private boolean truePositive;

    @Option(names = "--false-positive", description = "should not have been raised")
    private boolean falsePositive;

    @Option(names = "--benign", description = "rightly raised and harmless, usual from now on")
    private boolean benign;

    FeedbackKind kind() {
      return truePositive
          ? FeedbackKind.TRUE_POSITIVE
          : falsePositive ? FeedbackKind.FALSE_POSITIVE : FeedbackKind.BENIGN;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[0-9a-f]{16}")) {
      throw new ParameterException(spec.commandLine(), "an id has 16 hexadecimal digits");
    }
    JsonNode anomaly = find();
    topic.publish(message(anomaly, Instant.now(Clock.systemUTC())), author.key());
    spec.commandLine()
        .getOut()
        .printf("published %s of %s to topic %s%n", verdict.kind().code(), id, topic.name());
    return 0;
  }

  private JsonNode find() {
    String anomalies = OutputTopics.of(topic.configuration()).anomalies();
    try (CommittedTopic read =
        CommittedTopic.open(
            topic.bootstrapServers(),
            anomalies,
            KafkaClient.properties(topic.configuration()),
            AlertSource.OTHER_NAMES)) {
      return new Lookup(new AlertReader(Unread.silently()), id)
          .read(read).found().stream()
              .map(told -> told.get(0).json())
              .findFirst()
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "no anomaly that is kept in topic " + anomalies + " has the id " + id,
                          "driftline alerts --no-follow tells what there is"));
    }
  }

  private byte[] message(JsonNode anomaly, Instant now) {
    JsonNode action = anomaly.path("action");
    JsonNode agent = anomaly.path("agent");
    return OutputJson.object(
        json -> {
          text(json, "type", "feedback");
          text(json, "alert_id", id);
          text(json, "verdict", verdict.kind().code());
          text(json, "agent_id", agent.path("id").textValue());
          text(json, "cohort", agent.path("cohort").textValue());
          for (String field : List.of("event_id", "system", "action", "permission", "resource")) {
            text(json, field, action.path(field).textValue());
          }
          text(json, "detector", anomaly.path("lead").textValue());
          texts(json, "detectors", atLine(anomaly));
          text(json, "time", now.toString());
          text(json, "by", author.by());
          text(json, "reason", author.reason());
        });
  }

  /** All detectors that reached the line: the verdict is about what each of them says. */
  private static List<String> atLine(JsonNode anomaly) {
    double line = anomaly.path("alert_line").doubleValue() - ROUNDING;
    List<String> codes = new ArrayList<>();
    anomaly
        .path("detectors")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isNumber() && each.getValue().doubleValue() >= line) {
                codes.add(each.getKey());
              }
            });
    return codes;
  }
}
