package io.driftline.incident;

/**
 * Techniques of MITRE ATLAS whose traces Driftline can see in what an agent does.
 *
 * @see <a href="https://atlas.mitre.org/techniques">MITRE ATLAS</a>
 */
public enum Technique {
  VALID_ACCOUNTS("AML.T0012", "Valid Accounts"),
  AI_AGENT_TOOL_INVOCATION("AML.T0053", "AI Agent Tool Invocation"),
  EXFILTRATION_VIA_TOOL("AML.T0086", "Exfiltration via AI Agent Tool Invocation");

  private final String id;
  private final String title;

  Technique(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** For example {@code AML.T0086}. */
  public String id() {
    return id;
  }

  /** As MITRE names it. */
  public String title() {
    return title;
  }
}
