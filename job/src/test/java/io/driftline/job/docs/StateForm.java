package io.driftline.job.docs;

import io.driftline.audit.AuditChain;
import io.driftline.baseline.CohortBaseline;
import io.driftline.drift.DriftMonitor;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.incident.IncidentLedger;
import io.driftline.job.control.ControlGate;
import io.driftline.job.identify.IdentifyStage;
import io.driftline.posture.CallTree;
import io.driftline.relation.EdgeLog;
import java.lang.reflect.Field;
import java.util.List;

/**
 * What one state of the job holds. Its version is read from the class that writes it.
 *
 * @param uid of the operator
 * @param state its name
 * @param holds what it is, for people
 * @param codec class of the stored form; its constant {@code VERSION} numbers it
 * @param bound most of it
 * @param goes when it goes
 */
record StateForm(
    String uid, String state, String holds, Class<?> codec, String bound, String goes) {

  private static final String AT_EXPIRY = "`driftline.state.expiry`";
  private static final String SOONER = AT_EXPIRY + ", after one day of use `driftline.state.trial`";
  private static final String REGISTERED = "while registered, stays; else " + AT_EXPIRY;
  private static final String KEPT = "value";

  /** Every state that is stored as bytes of our own form, in order of uid and name. */
  static List<StateForm> all() {
    return List.of(
        form(
            "agent-credentials",
            "credentials of an agent",
            beside(CallTree.class, "AgentCredentialsCodec"),
            "64 credentials",
            REGISTERED),
        form(
            "audit",
            "end of the chain",
            beside(AuditChain.class, "AuditChainCodec"),
            "1 link",
            AT_EXPIRY),
        form(
            "authority",
            "rights of a person, and what they were used for",
            beside(CallTree.class, "PrincipalWatchCodec"),
            "16 versions, 256 uses, 256 accusations",
            REGISTERED),
        form(
            "cohort-baselines",
            "counts of a cohort",
            beside(CohortBaseline.class, "CohortCountsCodec"),
            "8,192 contexts of 512 values a dimension",
            AT_EXPIRY),
        new StateForm(
            "control-gate",
            "control-ledger",
            "what was accepted last",
            beside(ControlGate.class, "GateLedger"),
            "10,000 digests",
            "an hour after"),
        form(
            "credentials",
            "who uses a credential",
            beside(CallTree.class, "CredentialWatchCodec"),
            "64 agents, 1,024 waiting uses",
            REGISTERED),
        form(
            "delegation",
            "calls of a trace",
            beside(CallTree.class, "CallTreeCodec"),
            "64 agents",
            "a day after the last call"),
        new StateForm(
            "detect",
            "feedback",
            "verdicts",
            beside(io.driftline.decide.FeedbackLog.class, "FeedbackLogCodec"),
            "10,000",
            "after 360 days"),
        new StateForm(
            "detect",
            "models",
            "models of the cohorts",
            ModelArtifactCodec.class,
            "the one that holds, and newer ones",
            "when a newer one holds"),
        new StateForm(
            "detect",
            "threshold-policies",
            "alert lines",
            beside(io.driftline.decide.FeedbackLog.class, "PolicyScheduleCodec"),
            "16 of 1,000 rules",
            "when a later one has begun"),
        form(
            "detect",
            "how often an agent reached the line",
            io.driftline.decide.AlertHistory.class,
            "16 sessions",
            SOONER),
        form(
            "drift",
            "days of an agent",
            beside(DriftMonitor.class, "DriftMonitorCodec"),
            "64 values of 40 days a dimension",
            SOONER),
        form(
            "grant-drift",
            "what an agent is granted",
            beside(DriftMonitor.class, "GrantGrowthCodec"),
            "the windows' days",
            REGISTERED),
        new StateForm(
            "identify",
            "admission",
            "how many new agents a share has let in",
            beside(IdentifyStage.class, "StoredAdmission"),
            "24 hours; one for each of the shares",
            "stays"),
        form(
            "identify",
            "sessions of an agent, and its registration",
            beside(IdentifyStage.class, "KnownAgent"),
            "16 sessions, 4,096 event ids, 16 versions",
            "while registered, stays; else " + SOONER),
        form(
            "incident-budget",
            "what was told today",
            beside(IncidentLedger.class, "GlobalBudgetCodec"),
            "three days, 10,000 incidents",
            "oldest first"),
        new StateForm(
            "incidents",
            "suppressions",
            "suppressions",
            beside(IncidentLedger.class, "SuppressionsCodec"),
            "1,000",
            "when they end"),
        form(
            "incidents",
            "incidents of an agent",
            beside(IncidentLedger.class, "IncidentLedgerCodec"),
            "32 open, 64 closed, 256 findings",
            "a week after it was closed; all at " + AT_EXPIRY),
        form(
            "owners",
            "record of a person",
            beside(io.driftline.job.posture.OwnerStage.class, "OwnerWatch"),
            "16 versions, 1,024 agents",
            REGISTERED),
        form(
            "peer-drift",
            "days of a cohort",
            beside(DriftMonitor.class, "PeerGroupCodec"),
            "4,096 agents, 40 days",
            AT_EXPIRY),
        form(
            "posture",
            "records and uses of an agent",
            beside(CallTree.class, "PostureWatchCodec"),
            "16 versions, 256 uses, 256 held accusations, 32 stretches, 256 findings",
            REGISTERED),
        new StateForm(
            "profile",
            "cohorts",
            "baselines of the cohorts",
            beside(CohortBaseline.class, "CohortBaselineCodec"),
            "the one that holds, and newer ones",
            "when a newer one holds"),
        new StateForm(
            "profile",
            "feedback",
            "verdicts",
            beside(io.driftline.decide.FeedbackLog.class, "FeedbackLogCodec"),
            "10,000",
            "after 360 days"),
        form(
            "profile",
            "baseline of an agent",
            beside(CohortBaseline.class, "BaselineCodec"),
            "`max-contexts` of `max-values` a dimension",
            SOONER),
        form(
            "relationships",
            "edges of an agent",
            beside(EdgeLog.class, "EdgeLogCodec"),
            "512 edges of 64 permissions",
            AT_EXPIRY),
        form(
            "train-models",
            "training sample and champion",
            beside(ModelArtifactCodec.class, "CohortTrainingCodec"),
            "4,096 rows, 256 a bucket, one model",
            "rows after `driftline.training.window`; all at " + AT_EXPIRY));
  }

  private static StateForm form(
      String uid, String holds, Class<?> codec, String bound, String goes) {
    return new StateForm(uid, KEPT, holds, codec, bound, goes);
  }

  /** Not every class that writes state is public. */
  private static Class<?> beside(Class<?> neighbour, String name) {
    try {
      return Class.forName(neighbour.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  int version() {
    try {
      Field version = codec.getDeclaredField("VERSION");
      version.setAccessible(true);
      return version.getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(codec + " has no constant VERSION", e);
    }
  }

  String key() {
    return uid + " " + state;
  }

  String row() {
    return "| `%s` | `%s` | %s | `%s` %d | %s | %s |\n"
        .formatted(uid, state, holds, codec.getSimpleName(), version(), bound, goes);
  }
}
