package io.driftline.job.config;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.driftline.drift.DriftSettings;
import io.driftline.job.state.Ordering;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** Every option of the job: key, default and text, once. */
public final class DriftlineOptions {

  public static final ConfigOption<Ordering> ORDER =
      key("driftline.order")
          .enumType(Ordering.class)
          .defaultValue(Ordering.ARRIVAL)
          .withDescription(
              "ARRIVAL scores an action when it comes, with the cohort baselines and models at"
                  + " hand. EVENT_TIME waits for the watermark and gives the same result whatever"
                  + " the interleaving and parallelism.");

  public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
      key("driftline.out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("How far an event may lag behind the newest one of its partition.");

  public static final ConfigOption<Duration> IDLENESS =
      key("driftline.idleness")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "A partition without events for this long no longer holds event time back.");

  public static final ConfigOption<Duration> SESSION_GAP =
      key("driftline.session-gap")
          .durationType()
          .defaultValue(Duration.ofMinutes(30))
          .withDescription("A pause longer than this ends a session that has no session_id.");

  public static final ConfigOption<Duration> HALF_LIFE =
      key("driftline.baseline.half-life")
          .durationType()
          .defaultValue(Duration.ofDays(14))
          .withDescription("After this long an observation counts half.");

  public static final ConfigOption<Duration> LOOK_BACK =
      key("driftline.baseline.look-back")
          .durationType()
          .defaultValue(Duration.ofDays(180))
          .withDescription("A value that an agent has not used for this long is new again.");

  public static final ConfigOption<Integer> MAX_VALUES =
      key("driftline.baseline.max-values")
          .intType()
          .defaultValue(128)
          .withDescription("Most values kept per agent, dimension and context; the lightest goes.");

  public static final ConfigOption<Integer> MAX_CONTEXTS =
      key("driftline.baseline.max-contexts")
          .intType()
          .defaultValue(64)
          .withDescription("Most contexts kept per agent and dimension; the longest unused goes.");

  public static final ConfigOption<Duration> STATE_EXPIRY =
      key("driftline.state.expiry")
          .durationType()
          .defaultValue(Duration.ofDays(180))
          .withDescription("State of an agent silent for this long, in event time, is dropped.");

  public static final ConfigOption<Duration> STATE_TRIAL =
      key("driftline.state.trial")
          .durationType()
          .defaultValue(Duration.ofDays(35))
          .withDescription(
              "What was learnt of an agent that did not come back after its first day is dropped so"
                  + " long after that, at least a day; what acts once a month is still known.");

  public static final ConfigOption<Integer> NEW_AGENTS =
      key("driftline.admission.new-agents")
          .intType()
          .defaultValue(50_000)
          .withDescription(
              "About how many agents that are neither registered nor known are let in within 24"
                  + " hours. Actions of more are left out, counted (activity.unadmitted) and told"
                  + " as dead letters, so that whoever makes up agents cannot fill the state; see"
                  + " docs/admission.md.");

  public static final ConfigOption<Integer> CACHED_AGENTS =
      key("driftline.state.cached-agents")
          .intType()
          .defaultValue(10_000)
          .withDescription(
              "Most agents per subtask whose state is kept in memory, decoded, between"
                  + " checkpoints. A busy agent's baseline takes some tens of kilobytes.");

  public static final ConfigOption<Duration> COHORT_INTERVAL =
      key("driftline.cohort.interval")
          .durationType()
          .defaultValue(Duration.ofMinutes(15))
          .withDescription("How often a cohort's baseline may be published, in event time.");

  public static final ConfigOption<Duration> TRAINING_INTERVAL =
      key("driftline.training.interval")
          .durationType()
          .defaultValue(Duration.ofMinutes(15))
          .withDescription("How often it is decided whether to train, in event time.");

  public static final ConfigOption<Duration> TRAINING_WINDOW =
      key("driftline.training.window")
          .durationType()
          .defaultValue(Duration.ofDays(7))
          .withDescription("How far back the training rows reach.");

  public static final ConfigOption<Double> TRAINING_GROWTH =
      key("driftline.training.growth")
          .doubleType()
          .defaultValue(2.0)
          .withDescription("A model is replaced when this many times as many actions were seen.");

  public static final ConfigOption<Duration> TRAINING_MAX_AGE =
      key("driftline.training.max-age")
          .durationType()
          .defaultValue(Duration.ofDays(3))
          .withDescription("A model is replaced when it is this old and anything new was seen.");

  public static final ConfigOption<Double> TRAINING_MAX_DRIFT =
      key("driftline.training.max-drift")
          .doubleType()
          .defaultValue(0.25)
          .withDescription(
              "A model is replaced early when the scores of the cohort's recent actions have"
                  + " drifted further than this from those it was trained on (population stability"
                  + " index; 0.1 is little, 0.25 is much).");

  public static final ConfigOption<Long> SEED =
      key("driftline.seed")
          .longType()
          .defaultValue(42L)
          .withDescription("Seed of every random choice: same input and seed, same bytes out.");

  public static final ConfigOption<Double> ALERT_LINE =
      key("driftline.threshold.alert")
          .doubleType()
          .defaultValue(75.0)
          .withDescription(
              "Score from which an action is an anomaly: 50 is one action in a hundred, 75 one in"
                  + " a thousand, 100 one in ten thousand.");

  public static final ConfigOption<String> MODEL =
      key("driftline.model")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File with the model for cohorts that have none of their own yet, as made by"
                  + " 'driftline train'. Not set, the model that comes with Driftline judges them;"
                  + " 'none' leaves them to first-seen and rarity alone.");

  public static final ConfigOption<String> SENSITIVITY =
      key("driftline.sensitivity")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File with lines that extend and override the table of how sensitive permissions are,"
                  + " see docs/features.md.");

  public static final ConfigOption<String> REGISTRY =
      key("driftline.registry")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File with one JSON object per line: agent_id, kind, owner, purpose. Agents of one"
                  + " kind and purpose are peers.");

  public static final ConfigOption<Double> DRIFT_SENSITIVITY =
      key("driftline.drift.sensitivity")
          .doubleType()
          .defaultValue(1.0)
          .withDescription(
              "How easily drift is found: above 1 sooner, with more false alarms; docs/drift.md has"
                  + " the curve.");

  public static final ConfigOption<Duration> DRIFT_RECENT =
      key("driftline.drift.recent")
          .durationType()
          .defaultValue(Duration.ofDays(DriftSettings.defaults().recentDays()))
          .withDescription(
              "Length of the window that is judged, in whole days, at least 3. A week evens out the"
                  + " days of the week.");

  public static final ConfigOption<Duration> DRIFT_REFERENCE =
      key("driftline.drift.reference")
          .durationType()
          .defaultValue(Duration.ofDays(DriftSettings.defaults().referenceDays()))
          .withDescription(
              "Length of the window before it that tells what is usual, in whole days. Nothing is"
                  + " judged before about half of it is there.");

  public static final ConfigOption<Duration> DRIFT_ACCEPT_AFTER =
      key("driftline.drift.accept-after")
          .durationType()
          .defaultValue(Duration.ofDays(DriftSettings.defaults().acceptAfterDays()))
          .withDescription(
              "A drift that nobody has accepted by then is the new reference all the same; whole"
                  + " days. Until then it is not raised again.");

  public static final ConfigOption<Duration> REVIEW_AFTER =
      key("driftline.posture.review-after")
          .durationType()
          .defaultValue(Duration.ofDays(30))
          .withDescription("A grant that nobody has reviewed for this long is a finding.");

  public static final ConfigOption<Duration> UNUSED_AFTER =
      key("driftline.posture.unused-after")
          .durationType()
          .defaultValue(Duration.ofDays(90))
          .withDescription("A grant that its agent has not used for this long is a finding.");

  public static final ConfigOption<Duration> AGENT_DORMANT_AFTER =
      key("driftline.posture.agent-dormant-after")
          .durationType()
          .defaultValue(Duration.ofDays(7))
          .withDescription(
              "An agent that acts again after a silence of this length is a finding, if the silence is"
                  + " three times as long as any before.");

  public static final ConfigOption<Duration> CREDENTIAL_DORMANT_AFTER =
      key("driftline.posture.credential-dormant-after")
          .durationType()
          .defaultValue(Duration.ofDays(60))
          .withDescription(
              "A credential that is used again after a silence of this length is a finding.");

  public static final ConfigOption<Boolean> AUDIT =
      key("driftline.audit.enabled")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether every action is written to PREFIX.audit, hash-chained per agent, see"
                  + " docs/audit.md. That is one record out for each one in.");

  public static final ConfigOption<Boolean> RELATIONSHIPS =
      key("driftline.relationships.enabled")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether who reaches what through whom is kept in PREFIX.relationships, see"
                  + " docs/relationships.md.");

  public static final ConfigOption<String> AGENTS_TOPIC =
      key("driftline.kafka.agents-topic")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Compacted topic of what is registered of agents, see docs/registry.md. Not set, and"
                  + " no topic of people either, nothing is judged by the registry.");

  public static final ConfigOption<String> PEOPLE_TOPIC =
      key("driftline.kafka.people-topic")
          .stringType()
          .noDefaultValue()
          .withDescription("Compacted topic of what is registered of people.");

  public static final ConfigOption<String> CONTROL_TOPIC =
      key("driftline.kafka.control-topic")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Topic of control messages, see docs/control.md. Not set, there are none.");

  public static final ConfigOption<String> CONTROL_KEY =
      key("driftline.control.public-key")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Ed25519 public key, as base64 or as the path of a PEM file: only control messages"
                  + " that are signed with its private key are accepted, see docs/control.md. Not"
                  + " set, whoever may write to the topic is believed.");

  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      key("driftline.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription("Kafka brokers to start from, host:port, comma-separated.");

  public static final ConfigOption<List<String>> ACTIVITY_TOPICS =
      key("driftline.kafka.activity-topics")
          .stringType()
          .asList()
          .defaultValues("agent-activity")
          .withDescription("Topics of agent-activity events.");

  public static final ConfigOption<String> GROUP =
      key("driftline.kafka.group")
          .stringType()
          .defaultValue("driftline")
          .withDescription("Consumer group whose committed offsets a first start goes on from.");

  public static final ConfigOption<Boolean> BOUNDED =
      key("driftline.kafka.bounded")
          .booleanType()
          .defaultValue(false)
          .withDescription("Stop at the end that the topics have when the job starts.");

  public static final ConfigOption<String> OUTPUT_PREFIX =
      key("driftline.kafka.output-prefix")
          .stringType()
          .defaultValue("driftline")
          .withDescription(
              "Output topics are named PREFIX.incidents, PREFIX.anomalies and so on; docs/alerts.md"
                  + " lists them.");

  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      key("driftline.kafka.transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(15))
          .withDescription(
              "Output is lost if the job is down for longer than this with a transaction open. Must"
                  + " not exceed the broker's transaction.max.timeout.ms.");

  /** The value of {@link #MODEL} for none. */
  public static final String NO_MODEL = "none";

  /** Keys below this prefix go to the Kafka clients, without it. */
  public static final String KAFKA_PROPERTIES = "driftline.kafka.properties.";

  private DriftlineOptions() {}

  /** All options in order of declaration. */
  public static List<ConfigOption<?>> all() {
    return Stream.of(DriftlineOptions.class, KafkaStartOptions.class, IncidentOptions.class)
        .flatMap(owner -> Stream.of(owner.getFields()))
        .filter(field -> ConfigOption.class.isAssignableFrom(field.getType()))
        .<ConfigOption<?>>map(DriftlineOptions::valueOf)
        .toList();
  }

  private static ConfigOption<?> valueOf(Field field) {
    try {
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the options of this class are public", e);
    }
  }
}
