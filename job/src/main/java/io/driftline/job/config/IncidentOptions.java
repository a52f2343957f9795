package io.driftline.job.config;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.driftline.incident.IncidentSettings;
import io.driftline.posture.Severity;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

/** The options of {@link DriftlineOptions} that say what people are told, and how. */
public final class IncidentOptions {

  private static final IncidentSettings DEFAULTS = IncidentSettings.defaults();

  public static final ConfigOption<OutputFormat> FORMAT =
      key("driftline.output.format")
          .enumType(OutputFormat.class)
          .defaultValue(OutputFormat.NATIVE)
          .withDescription(
              "How incidents, anomalies, drift, findings and what was hidden are written: NATIVE is"
                  + " Driftline's own JSON, OCSF is OCSF 1.8.0 Detection Finding. docs/alerts.md has"
                  + " both. Everything else is always native.");

  public static final ConfigOption<Duration> QUIET =
      key("driftline.incident.quiet")
          .durationType()
          .defaultValue(Duration.ofMillis(DEFAULTS.quietMillis()))
          .withDescription("An incident to which nothing was added for this long is closed.");

  public static final ConfigOption<Duration> COOL_DOWN =
      key("driftline.incident.cool-down")
          .durationType()
          .defaultValue(Duration.ofMillis(DEFAULTS.coolDownMillis()))
          .withDescription(
              "What is raised for the same cause within this time after an incident was closed opens"
                  + " it again, rather than another.");

  public static final ConfigOption<Severity> OPEN_FROM =
      key("driftline.incident.open-from")
          .enumType(Severity.class)
          .defaultValue(DEFAULTS.openFrom())
          .withDescription(
              "Least severity of an incident that is told. What is milder is told in its own topic"
                  + " alone, and joins an incident of its session.");

  public static final ConfigOption<Double> EVIDENCE =
      key("driftline.incident.evidence")
          .doubleType()
          .defaultValue(DEFAULTS.evidence())
          .withDescription(
              "How much the signals of an incident weigh together before it is told: with 1, two"
                  + " ordinary anomalies, or one that is grave, or a finding; with 0.5 any anomaly"
                  + " once the agent's baseline is half warm. docs/alerts.md has the weights.");

  public static final ConfigOption<Integer> PER_AGENT_DAY =
      key("driftline.incident.per-agent-day")
          .intType()
          .defaultValue(DEFAULTS.perAgentPerDay())
          .withDescription("Most incidents of one agent that are told on one day (UTC).");

  public static final ConfigOption<Integer> PER_DAY =
      key("driftline.incident.per-day")
          .intType()
          .defaultValue(DEFAULTS.perDay())
          .withDescription("Most incidents of all agents that are told on one day (UTC).");

  public static final ConfigOption<Severity> EXEMPT_FROM =
      key("driftline.incident.exempt-from")
          .enumType(Severity.class)
          .defaultValue(DEFAULTS.exemptFrom())
          .withDescription(
              "Least severity that is told whatever was told before on that day. How much was held"
                  + " back is in PREFIX.hidden.");

  private IncidentOptions() {}

  /** Reads and checks them. */
  static IncidentSettings settings(ReadableConfig config) {
    return new IncidentSettings(
        config.get(QUIET).toMillis(),
        config.get(COOL_DOWN).toMillis(),
        config.get(OPEN_FROM),
        config.get(EVIDENCE),
        config.get(PER_AGENT_DAY),
        config.get(PER_DAY),
        config.get(EXEMPT_FROM));
  }
}
