package io.driftline.incident;

/**
 * The OWASP Top 10 for Agentic Applications, edition 2026: all ten, though {@link ThreatMap} names
 * only those that leave a trace in what an agent does.
 *
 * @see <a
 *     href="https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/">OWASP</a>
 */
public enum AgenticRisk {
  GOAL_HIJACK("ASI01", "Agent Goal Hijack"),
  TOOL_MISUSE("ASI02", "Tool Misuse and Exploitation"),
  IDENTITY_ABUSE("ASI03", "Identity and Privilege Abuse"),
  SUPPLY_CHAIN("ASI04", "Agentic Supply Chain Vulnerabilities"),
  CODE_EXECUTION("ASI05", "Unexpected Code Execution (RCE)"),
  CONTEXT_POISONING("ASI06", "Memory & Context Poisoning"),
  AGENT_COMMUNICATION("ASI07", "Insecure Inter-Agent Communication"),
  CASCADING_FAILURES("ASI08", "Cascading Failures"),
  HUMAN_TRUST("ASI09", "Human-Agent Trust Exploitation"),
  ROGUE_AGENT("ASI10", "Rogue Agents");

  private final String id;
  private final String title;

  AgenticRisk(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** For example {@code ASI03}. */
  public String id() {
    return id;
  }

  /** As OWASP names it. */
  public String title() {
    return title;
  }
}
