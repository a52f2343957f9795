package io.driftline.job.settings;

import static io.driftline.job.config.DriftlineOptions.*;
import static io.driftline.job.config.IncidentOptions.COOL_DOWN;
import static io.driftline.job.config.IncidentOptions.EVIDENCE;
import static io.driftline.job.config.IncidentOptions.PER_AGENT_DAY;
import static io.driftline.job.config.IncidentOptions.PER_DAY;
import static io.driftline.job.config.IncidentOptions.QUIET;
import static io.driftline.job.config.KafkaStartOptions.CHECK_TIMEOUT;
import static io.driftline.job.config.KafkaStartOptions.REGISTRY_QUIET;
import static io.driftline.job.config.KafkaStartOptions.START_FROM;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** What each option demands by itself. */
final class RangeRules {

  private static final Duration LONGEST = Duration.ofDays(3650);

  private static final List<ConfigOption<Duration>> LENGTHS =
      List.of(
          IDLENESS,
          SESSION_GAP,
          HALF_LIFE,
          LOOK_BACK,
          STATE_EXPIRY,
          COHORT_INTERVAL,
          TRAINING_INTERVAL,
          TRAINING_WINDOW,
          TRAINING_MAX_AGE,
          REVIEW_AFTER,
          UNUSED_AFTER,
          AGENT_DORMANT_AFTER,
          CREDENTIAL_DORMANT_AFTER,
          TRANSACTION_TIMEOUT,
          QUIET,
          REGISTRY_QUIET,
          CHECK_TIMEOUT);

  private static final List<ConfigOption<Integer>> COUNTS =
      List.of(MAX_VALUES, MAX_CONTEXTS, CACHED_AGENTS, PER_AGENT_DAY, PER_DAY);

  private RangeRules() {}

  static void check(SettingsCheck check) {
    LENGTHS.forEach(option -> check.require(option, RangeRules::isLength, "give 1 ms to 3650 d"));
    check.require(OUT_OF_ORDERNESS, RangeRules::isZeroOrLength, "give 0 ms to 3650 d");
    check.require(COOL_DOWN, RangeRules::isZeroOrLength, "give 0 ms to 3650 d");
    COUNTS.forEach(option -> check.require(option, count -> count >= 1, "give 1 or more"));
    check.require(NEW_AGENTS, count -> count >= 0, "give 0 or more");
    check.require(
        START_FROM, RangeRules::isInstant, "give an instant, for example 2026-01-28T08:30:00Z");
    // A comparison with NaN fails: so these refuse it.
    check.require(ALERT_LINE, line -> line >= 0 && line <= 100, "give 0 to 100");
    check.require(TRAINING_GROWTH, growth -> growth > 1 && isFinite(growth), "give more than 1");
    List.of(TRAINING_MAX_DRIFT, DRIFT_SENSITIVITY, EVIDENCE)
        .forEach(option -> check.require(option, it -> it > 0 && isFinite(it), "give more than 0"));
    days(check);
  }

  private static void days(SettingsCheck check) {
    check.require(
        STATE_TRIAL,
        it -> it.compareTo(Duration.ofDays(1)) >= 0 && isZeroOrLength(it),
        "give 1 d to 3650 d");
    check.require(DRIFT_RECENT, it -> isDays(it, 3), "give whole days, 3 d or more");
    check.require(DRIFT_REFERENCE, it -> isDays(it, 1), "give whole days");
    check.require(DRIFT_ACCEPT_AFTER, it -> isDays(it, 1), "give whole days, 1 d or more");
  }

  private static boolean isLength(Duration value) {
    return value.toMillis() > 0 && isZeroOrLength(value);
  }

  private static boolean isZeroOrLength(Duration value) {
    return !value.isNegative() && value.compareTo(LONGEST) <= 0;
  }

  private static boolean isInstant(String value) {
    try {
      return Instant.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDays(Duration value, int least) {
    return value.equals(Duration.ofDays(value.toDays())) && value.toDays() >= least;
  }

  private static boolean isFinite(double value) {
    return Double.isFinite(value);
  }
}
