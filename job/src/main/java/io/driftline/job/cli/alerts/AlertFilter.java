package io.driftline.job.cli.alerts;

import io.driftline.feature.Glob;
import io.driftline.posture.Severity;
import java.time.Instant;

/**
 * Which records are asked for; what is {@code null} does not matter.
 *
 * @param least of what is graded, the least severity
 * @param agent pattern of the agent's id
 * @param since first instant
 */
record AlertFilter(Severity least, Glob agent, Instant since) {

  boolean passes(AlertRecord record) {
    return isGrave(record.severity())
        && (agent == null || agent.matches(Glob.lower(record.agentId())))
        && (since == null || !record.time().isBefore(since));
  }

  private boolean isGrave(Severity severity) {
    return least == null || severity == null || severity.compareTo(least) >= 0;
  }
}
