package io.driftline.posture;

import static io.driftline.posture.PostureView.NEVER;

import io.driftline.feature.SensitivityTable;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The findings of one agent, told with what the registry says of it at their time. */
final class AgentFindings {

  String agentId;
  FindingLedger ledger = new FindingLedger();

  private final PostureView view;
  private final PostureSettings settings;
  private final SensitivityTable sensitivity;
  private final Due due;

  /** The agent as it is within a span in which nothing about it changes; worked out when asked. */
  private JudgedAgent agent;

  private long agentFrom;
  private long agentUntil;

  AgentFindings(PostureView view, PostureSettings settings, SensitivityTable sensitivity, Due due) {
    this.view = view;
    this.settings = settings;
    this.sensitivity = sensitivity;
    this.due = due;
  }

  FindingKey key(PostureRule rule, FindingSubject subject) {
    return new FindingKey(agentId, rule, subject);
  }

  /** What is open for this, or {@code null}. */
  OpenFinding find(PostureRule rule, FindingSubject subject) {
    return ledger.find(key(rule, subject));
  }

  List<OpenFinding> open() {
    return ledger.open();
  }

  /** Takes in that something is wrong. */
  void observe(PostureRule rule, FindingSubject subject, Observed seen, Consumer<Finding> out) {
    boolean open = ledger.observe(agentAt(seen.last()), rule, subject, seen, out);
    if (open && seen.count() > 0) {
      due.at(seen.last() + settings.quietAfterMillis());
    }
  }

  /** Ends what is open for this, if anything is. */
  void resolve(FindingKey key, long time, Resolution why, Consumer<Finding> out) {
    ledger.resolve(key, time, why, out);
  }

  /** Ends what was not seen for long. */
  void resolveQuiet(long now, Consumer<Finding> out) {
    ledger.resolveQuiet(now, settings.quietAfterMillis(), out);
  }

  long nextQuiet() {
    return ledger.nextQuiet(settings.quietAfterMillis());
  }

  /** What was known of the agent may be wrong. */
  void doubt() {
    agent = null;
  }

  private JudgedAgent agentAt(long time) {
    if (agent == null || time < agentFrom || time >= agentUntil) {
      agent = JudgedAgent.of(agentId, view.agentAt(time), Instant.ofEpochMilli(time), sensitivity);
      agentFrom = view.steadyFrom(time);
      agentUntil = time == NEVER ? time : view.nextMoment(time);
    }
    return agent;
  }
}
