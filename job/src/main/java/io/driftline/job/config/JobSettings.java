package io.driftline.job.config;

import static io.driftline.job.config.DriftlineOptions.*;

import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.TrackerSettings;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.Thresholds;
import io.driftline.drift.DriftSettings;
import io.driftline.feature.Ablation;
import io.driftline.feature.SensitivityTable;
import io.driftline.incident.IncidentSettings;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.train.TrainingSettings;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What the topology is built from: the options, read and checked.
 *
 * @param stage order, expiry and cache of the stages by agent
 * @param tracker how sessions are told apart
 * @param agents how an agent's baseline remembers
 * @param peers how a cohort's baseline remembers
 * @param cohortIntervalMillis how often a cohort's baseline may be published
 * @param training when and from what models are trained
 * @param thresholds where alerts begin
 * @param policy lines that people set before the job starts; what they publish takes its place
 * @param drift how slow change is judged
 * @param incidents when people are told
 * @param governance how authority, posture and trail are handled
 * @param newAgents about how many unknown agents are let in within a day
 * @param cohorts who is a peer of whom
 * @param sensitivity how much harm permissions can do
 * @param initialModel stored form of the model for cohorts without one; {@code null} for none
 * @param ablation features held at 0, to measure what they add; none in the job
 */
public record JobSettings(
    StageSettings stage,
    TrackerSettings tracker,
    BaselineSettings agents,
    BaselineSettings peers,
    long cohortIntervalMillis,
    TrainingSettings training,
    Thresholds thresholds,
    ThresholdPolicy policy,
    DriftSettings drift,
    IncidentSettings incidents,
    GovernanceSettings governance,
    int newAgents,
    Cohorts cohorts,
    SensitivityTable sensitivity,
    byte[] initialModel,
    Ablation ablation) {

  /** A cohort has many more values than an agent. */
  private static final int PEERS_MAX = 512;

  private static final int TRAINING_ROWS = 4096;
  private static final int TRAINING_ROWS_PER_BUCKET = 256;

  /** Reads the options; the files they name have been read by the caller. */
  public static JobSettings of(
      ReadableConfig config, Cohorts cohorts, SensitivityTable sensitivity, byte[] initialModel) {
    return new JobSettings(
        new StageSettings(
            config.get(ORDER),
            config.get(STATE_EXPIRY).toMillis(),
            config.get(STATE_TRIAL).toMillis(),
            config.get(CACHED_AGENTS)),
        tracker(config),
        baseline(config, config.get(MAX_CONTEXTS), config.get(MAX_VALUES)),
        baseline(config, PEERS_MAX, PEERS_MAX),
        config.get(COHORT_INTERVAL).toMillis(),
        training(config),
        new Thresholds(config.get(ALERT_LINE)),
        ThresholdPolicy.NONE,
        drift(config),
        IncidentOptions.settings(config),
        GovernanceSettings.of(config),
        config.get(NEW_AGENTS),
        cohorts,
        sensitivity,
        initialModel,
        Ablation.NONE);
  }

  /** The same settings, with these features held at 0. */
  public JobSettings without(Ablation leftOut) {
    return new JobSettings(
        stage,
        tracker,
        agents,
        peers,
        cohortIntervalMillis,
        training,
        thresholds,
        policy,
        drift,
        incidents,
        governance,
        newAgents,
        cohorts,
        sensitivity,
        initialModel,
        leftOut);
  }

  /** The same settings, with other lines to begin with. */
  public JobSettings with(ThresholdPolicy lines) {
    return new JobSettings(
        stage,
        tracker,
        agents,
        peers,
        cohortIntervalMillis,
        training,
        thresholds,
        lines,
        drift,
        incidents,
        governance,
        newAgents,
        cohorts,
        sensitivity,
        initialModel,
        ablation);
  }

  /** When elements are handled. */
  public Ordering ordering() {
    return stage.ordering();
  }

  private static TrackerSettings tracker(ReadableConfig config) {
    TrackerSettings defaults = TrackerSettings.defaults();
    return new TrackerSettings(
        config.get(SESSION_GAP).toMillis(), defaults.maxSessions(), defaults.maxEventIds());
  }

  private static DriftSettings drift(ReadableConfig config) {
    return DriftSettings.defaults()
        .withSeed(config.get(SEED))
        .withWindows(
            (int) config.get(DRIFT_RECENT).toDays(), (int) config.get(DRIFT_REFERENCE).toDays())
        .withSensitivity(config.get(DRIFT_SENSITIVITY))
        .withAcceptAfterDays((int) config.get(DRIFT_ACCEPT_AFTER).toDays());
  }

  private static BaselineSettings baseline(ReadableConfig config, int contexts, int values) {
    return new BaselineSettings(
        config.get(HALF_LIFE).toMillis(),
        config.get(LOOK_BACK).toMillis(),
        values,
        contexts,
        BaselineSettings.defaults().maxSessions());
  }

  private static TrainingSettings training(ReadableConfig config) {
    return new TrainingSettings(
        config.get(SEED),
        config.get(TRAINING_INTERVAL).toMillis(),
        config.get(TRAINING_WINDOW).toMillis(),
        config.get(TRAINING_GROWTH),
        config.get(TRAINING_MAX_AGE).toMillis(),
        config.get(TRAINING_MAX_DRIFT),
        TRAINING_ROWS,
        TRAINING_ROWS_PER_BUCKET);
  }
}
