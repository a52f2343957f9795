package io.driftline.incident;

import java.util.Collection;
import java.util.List;

/** What the signals of an incident would look like to those who name attacks. */
public final class ThreatMap {

  private ThreatMap() {}

  /** Techniques of MITRE ATLAS that would look like this, the most telling first. */
  public static List<Technique> techniques(Collection<Signal> signals) {
    return signals.stream().anyMatch(each -> each.kind() == SignalKind.ANOMALY)
        ? List.of(Technique.AI_AGENT_TOOL_INVOCATION)
        : List.of();
  }

  /** Risks of the OWASP Top 10 for Agentic Applications that it may be, the likeliest first. */
  public static List<AgenticRisk> risks(Collection<Signal> signals) {
    return signals.stream().anyMatch(each -> each.kind() == SignalKind.ANOMALY)
        ? List.of(AgenticRisk.TOOL_MISUSE)
        : List.of(AgenticRisk.IDENTITY_ABUSE);
  }
}
