package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.*;
import static io.driftline.job.config.IncidentOptions.EXEMPT_FROM;
import static io.driftline.job.config.IncidentOptions.OPEN_FROM;
import static io.driftline.job.config.IncidentOptions.PER_AGENT_DAY;
import static io.driftline.job.config.IncidentOptions.PER_DAY;
import static io.driftline.job.config.IncidentOptions.QUIET;

import io.driftline.job.JobDefaults;
import java.time.Duration;
import java.util.function.BiPredicate;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;

/** What options demand of each other. */
final class RelationRules {

  /** Both windows together: the ages of days are kept in a byte. */
  private static final int MOST_DAYS = 250;

  /** What a broker allows unless its {@code transaction.max.timeout.ms} says otherwise. */
  private static final Duration BROKER_DEFAULT = Duration.ofMinutes(15);

  private static final BiPredicate<Duration, Duration> AT_LEAST =
      (one, other) -> one.compareTo(other) >= 0;

  private RelationRules() {}

  static void check(SettingsCheck check) {
    notShorter(check, LOOK_BACK, HALF_LIFE, "a value would be new again before it counts half");
    notShorter(check, STATE_EXPIRY, SESSION_GAP, "state would go before a session ends");
    notShorter(check, STATE_EXPIRY, QUIET, "state would go before an incident closes");
    notShorter(
        check, TRAINING_WINDOW, TRAINING_INTERVAL, "no row would be old enough to train from");
    driftWindows(check);
    incidents(check);
    transactions(check);
    if (isSet(check, CONTROL_KEY) && !isSet(check, CONTROL_TOPIC)) {
      check
          .settings()
          .warn(CONTROL_KEY.key() + " has no effect on a job without " + CONTROL_TOPIC.key());
    }
  }

  private static void notShorter(
      SettingsCheck check, ConfigOption<Duration> one, ConfigOption<Duration> other, String why) {
    check.require(
        one, other, AT_LEAST, "shorter than", why + "; lengthen the first or shorten the second");
  }

  private static void driftWindows(SettingsCheck check) {
    check.require(
        DRIFT_REFERENCE,
        DRIFT_RECENT,
        (reference, recent) -> reference.compareTo(recent) > 0,
        "not longer than",
        "what is usual needs more days than what is judged by it; lengthen the first");
    check.require(
        DRIFT_REFERENCE,
        DRIFT_RECENT,
        (reference, recent) -> reference.plus(recent).toDays() <= MOST_DAYS,
        "together more than " + MOST_DAYS + " d with",
        "shorten one of them");
  }

  private static void incidents(SettingsCheck check) {
    check.require(
        PER_AGENT_DAY,
        PER_DAY,
        (ofAgent, ofAll) -> ofAgent <= ofAll,
        "more than",
        "one agent cannot have more incidents told than all together; lower the first or raise the second");
    check.require(
        EXEMPT_FROM,
        OPEN_FROM,
        (exempt, open) -> exempt.compareTo(open) >= 0,
        "milder than",
        "what is not told cannot be exempt from the budget; raise the first or lower the second");
  }

  private static void transactions(SettingsCheck check) {
    Duration timeout = check.value(TRANSACTION_TIMEOUT);
    if (timeout == null) {
      return;
    }
    if (timeout.compareTo(BROKER_DEFAULT) > 0) {
      check
          .settings()
          .warn(
              check.told(TRANSACTION_TIMEOUT)
                  + ": brokers refuse more than 15 min unless their transaction.max.timeout.ms is raised");
    }
    if (checkpointInterval(check).compareTo(timeout) >= 0) {
      check.fault(
          check.told(TRANSACTION_TIMEOUT)
              + ", not longer than "
              + CheckpointingOptions.CHECKPOINTING_INTERVAL.key(),
          "brokers would abort each transaction before the checkpoint that commits it; lengthen it");
    }
  }

  /** That of the job; what only the cluster's own file says is not known here. */
  private static Duration checkpointInterval(SettingsCheck check) {
    try {
      return JobDefaults.under(check.settings().flink())
          .get(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    } catch (IllegalArgumentException e) {
      check.fault(e.getMessage(), "give a number and a unit");
      return Duration.ZERO;
    }
  }

  private static boolean isSet(SettingsCheck check, ConfigOption<String> option) {
    String value = check.value(option);
    return value != null && !value.isBlank();
  }
}
