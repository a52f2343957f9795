package io.driftline.job;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.authority.AuthorityFlow;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.config.JobSettings;
import io.driftline.job.detect.DetectStage;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.drift.DriftFlow;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.identify.IdentifyStage;
import io.driftline.job.incident.IncidentFlow;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.SplitDecoded;
import io.driftline.job.profile.CohortDelta;
import io.driftline.job.profile.CohortStage;
import io.driftline.job.profile.CohortTally;
import io.driftline.job.profile.ProfileStage;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.profile.ProfiledActionSerializer;
import io.driftline.job.state.BroadcastJoin;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.train.ModelFlow;
import io.driftline.job.train.SampledVector;
import io.driftline.job.tune.Tuning;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job, from decoded activity to anomalies, drift and findings, and from those to incidents:
 *
 * <pre>
 * registry ──┬───────────┬──────────────────┐
 *            │           │                  ▼
 *            │           │        ┌─► posture, credentials ─────────► findings
 *            │           │        │   (by agent, by credential)
 *            │           │        ├─► relationships ────────────────► relationships
 *            │           │        ├─► drift ─► peer drift ──────────► drift
 *            ▼           ▼        │   (by agent: days; by cohort: days compared)
 * activity ─► authority ─► identify ─► profile ──────────► detect ─► anomalies, scores
 *        │   (by person)  (by agent:  (by agent:          (by agent: │ forests,
 *        │                 repeats,    baseline, features) decision,  │ explanation)
 *        │                 sessions)   ▲             │         ▲     └► audit ─► audit, seals
 *        │                   └─ tally ─► cohort ─────┘         │
 *        │                      (by cohort: peer baselines) sample ─► train ─broadcast
 *        └─► dead letters                                      (by cohort: models)
 *
 * anomalies, drift, findings ─► incidents ─► budget ─► incidents, hidden counts
 *                               (by agent)   (of all)
 * </pre>
 *
 * <p>The stages by agent share one partitioning, so actions are shuffled once. The same topology
 * runs on Kafka, on files and on collections: sources and sinks are arguments.
 */
public final class Topology {

  private static final TypeInformation<IdentifiedAction> IDENTIFIED =
      IdentifiedActionSerializer.TYPE;
  private static final TypeInformation<ProfiledAction> PROFILED = ProfiledActionSerializer.TYPE;
  private static final TypeInformation<CohortVersion> VERSION =
      TypeInformation.of(CohortVersion.class);

  private Topology() {}

  /** Builds the job between {@code given} inputs and {@code outputs}. */
  public static void define(Inputs given, Outputs outputs, JobSettings settings) {
    Inputs inputs = given.gated();
    DataStream<Tuning> said = inputs.tunings();
    SingleOutputStreamOperator<AgentAction> actions = split(inputs.activity());
    DataStream<RegistryChange> registry = inputs.registryChanges();
    AuthorityFlow asked = Governance.asked(actions, registry, settings);
    SingleOutputStreamOperator<IdentifiedAction> identified =
        identify(asked.requested(), registry, settings);
    DataStream<CohortVersion> cohorts = cohorts(identified, settings);
    DataStream<ProfiledAction> profiled = profile(identified, cohorts, said, settings);
    DataStream<CohortVersion> models =
        ModelFlow.attach(profiled, settings.stage(), settings.training(), settings.initialModel());
    boolean audited = Governance.isAudited(outputs, settings);
    boolean judged = audited || outputs.wantsScores() || outputs.wantsJudged();
    DataStream<Anomaly> anomalies = detect(profiled, models, said, judged, settings);
    DataStream<DriftEvent> drift =
        DriftFlow.attach(
            identified, registry, inputs.acceptances(), settings.stage(), settings.drift());
    DataStream<Finding> findings =
        registry == null
            ? null
            : Governance.findings(identified, registry, asked.accusations(), outputs, settings);

    outputs.anomalies(anomalies);
    outputs.drift(drift);
    outputs.deadLetters(
        inputs.withRefused(
            actions
                .getSideOutput(SplitDecoded.DEAD_LETTERS)
                .union(identified.getSideOutput(IdentifyStage.UNADMITTED))));
    if (findings != null) {
      outputs.findings(findings);
    }
    if (outputs.wantsIncidents()) {
      incidents(anomalies, drift, findings, inputs, outputs, settings);
    }
    Governance.relationships(identified, outputs, settings);
    if (audited) {
      Governance.audit(judged(anomalies), inputs, outputs, settings);
    }
    if (outputs.wantsScores()) {
      outputs.scores(scores(judged(anomalies)));
    }
    if (outputs.wantsJudged()) {
      outputs.judged(judged(anomalies));
    }
  }

  private static void incidents(
      DataStream<Anomaly> anomalies,
      DataStream<DriftEvent> drift,
      DataStream<Finding> findings,
      Inputs inputs,
      Outputs outputs,
      JobSettings settings) {
    IncidentFlow flow =
        IncidentFlow.attach(
            anomalies,
            drift,
            findings,
            inputs.suppressions(),
            settings.stage(),
            settings.incidents());
    outputs.incidents(flow.incidents(), flow.hidden());
  }

  private static SingleOutputStreamOperator<AgentAction> split(DataStream<Decoded> activity) {
    return activity
        .process(new SplitDecoded())
        .returns(AgentActionSerializer.TYPE)
        .uid("split")
        .name("split actions and dead letters")
        .setParallelism(activity.getParallelism());
  }

  private static SingleOutputStreamOperator<IdentifiedAction> identify(
      DataStream<RequestedAction> requested,
      DataStream<RegistryChange> registry,
      JobSettings settings) {
    KeyedStream<RequestedAction, String> byAgent =
        requested.keyBy(RequestedAction::agentId, Types.STRING);
    SingleOutputStreamOperator<IdentifiedAction> identified =
        registry == null
            ? byAgent.transform(
                "identify",
                IDENTIFIED,
                new IdentifyStage.Alone(
                    settings.stage(), settings.tracker(), settings.cohorts(), settings.newAgents()))
            : byAgent
                .connect(ofAgents(registry).keyBy(RegistryChange::id, Types.STRING))
                .transform(
                    "identify",
                    IDENTIFIED,
                    new IdentifyStage.Registered(
                        settings.stage(),
                        settings.tracker(),
                        settings.cohorts(),
                        settings.newAgents(),
                        settings.sensitivity()));
    return identified.uid("identify");
  }

  private static DataStream<RegistryChange> ofAgents(DataStream<RegistryChange> registry) {
    return registry
        .filter(change -> change.subject() == RegistryChange.Subject.AGENT)
        .uid("registry-agents")
        .setParallelism(registry.getParallelism());
  }

  private static DataStream<CohortVersion> cohorts(
      DataStream<IdentifiedAction> identified, JobSettings settings) {
    return identified
        .transform(
            "tally",
            TypeInformation.of(CohortDelta.class),
            new CohortTally(settings.cohortIntervalMillis(), settings.sensitivity()))
        .uid("cohort-tally")
        .keyBy(CohortDelta::cohort, Types.STRING)
        .transform(
            "cohort baselines",
            VERSION,
            new CohortStage(settings.stage(), settings.peers(), settings.cohortIntervalMillis()))
        .uid("cohort-baselines");
  }

  private static DataStream<ProfiledAction> profile(
      DataStream<IdentifiedAction> identified,
      DataStream<CohortVersion> cohorts,
      DataStream<Tuning> said,
      JobSettings settings) {
    KeyedStream<IdentifiedAction, String> byAgent =
        DataStreamUtils.reinterpretAsKeyedStream(
            identified, in -> in.action().agentId(), Types.STRING);
    return BroadcastJoin.of(
        byAgent,
        Tuning.join(cohorts, said, "profile"),
        new ProfileStage(
            settings.stage(),
            IDENTIFIED,
            settings.agents(),
            settings.sensitivity(),
            settings.ablation()),
        PROFILED,
        "profile",
        "profile");
  }

  /** Every action with its vector, as the detectors get them. */
  public static DataStream<ProfiledAction> vectors(
      DataStream<Decoded> activity, JobSettings settings) {
    SingleOutputStreamOperator<IdentifiedAction> identified = identify(activity, settings);
    return profile(identified, cohorts(identified, settings), null, settings);
  }

  /** What is wrong by the registry; what agents do is not scored. */
  public static DataStream<Finding> findings(Inputs inputs, JobSettings settings) {
    DataStream<RegistryChange> registry = inputs.registryChanges();
    AuthorityFlow asked = Governance.asked(split(inputs.activity()), registry, settings);
    DataStream<IdentifiedAction> identified = identify(asked.requested(), registry, settings);
    return Governance.posture(identified, registry, asked.accusations(), settings)
        .union(Governance.credentials(identified, registry, settings).findings());
  }

  /** The drift of all agents; what they do is not scored, and nobody accepts any. */
  public static DataStream<DriftEvent> drift(DataStream<Decoded> activity, JobSettings settings) {
    return DriftFlow.attach(
        identify(activity, settings), null, null, settings.stage(), settings.drift());
  }

  private static SingleOutputStreamOperator<IdentifiedAction> identify(
      DataStream<Decoded> activity, JobSettings settings) {
    return identify(AuthorityFlow.unjudged(split(activity)).requested(), null, settings);
  }

  /** The training sample of all vectors, as the job's own models are trained from it. */
  public static DataStream<SampledVector> sample(
      DataStream<Decoded> activity, JobSettings settings) {
    return ModelFlow.sample(vectors(activity, settings), settings.training());
  }

  private static DataStream<Anomaly> detect(
      DataStream<ProfiledAction> profiled,
      DataStream<CohortVersion> models,
      DataStream<Tuning> said,
      boolean emitJudged,
      JobSettings settings) {
    KeyedStream<ProfiledAction, String> byAgent =
        DataStreamUtils.reinterpretAsKeyedStream(profiled, ProfiledAction::agentId, Types.STRING);
    return BroadcastJoin.of(
        byAgent,
        Tuning.join(models, said, "detect"),
        new DetectStage(
            settings.stage(),
            PROFILED,
            settings.thresholds(),
            settings.policy(),
            settings.sensitivity(),
            settings.initialModel(),
            emitJudged),
        TypeInformation.of(Anomaly.class),
        "detect",
        "detect");
  }

  private static DataStream<JudgedAction> judged(DataStream<Anomaly> anomalies) {
    return BroadcastJoin.sideOutput(anomalies, DetectStage.JUDGED);
  }

  private static DataStream<ScoredAction> scores(DataStream<JudgedAction> judged) {
    return judged
        .map(ScoredAction::of)
        .returns(TypeInformation.of(ScoredAction.class))
        .uid("scores")
        .name("scores");
  }
}
