package io.driftline.incident;

/**
 * Techniques of MITRE ATLAS whose traces Driftline can see in what an agent does. It sees calls to
 * tools, not prompts, memories or models: what is done to those is not listed.
 *
 * @see <a href="https://atlas.mitre.org/techniques">MITRE ATLAS</a>
 */
public enum Technique {
  /** Acts as the agent, or as who asks it, with an account that is theirs. */
  VALID_ACCOUNTS("AML.T0012", "Valid Accounts"),
  /** Has the agent call again and again what costs. */
  RESOURCE_CONSUMPTION("AML.T0034.002", "Cost Harvesting: Agentic Resource Consumption"),
  /** Gets done by the agent's tools what the adversary could not do. */
  AI_AGENT_TOOL_INVOCATION("AML.T0053", "AI Agent Tool Invocation"),
  /** Has the agent's tools collect what lies in other systems. */
  COLLECTION_BY_TOOLS("AML.T0085.001", "Data from AI Services: AI Agent Tools"),
  /** Lets data out through a tool that writes or sends. */
  EXFILTRATION_VIA_TOOL("AML.T0086", "Exfiltration via AI Agent Tool Invocation"),
  /** Authenticates with a token or key that was taken. */
  ACCESS_TOKEN("AML.T0091.000", "Use Alternate Authentication Material: Application Access Token"),
  /** Reads secrets through the agent's tools. */
  CREDENTIAL_HARVESTING("AML.T0098", "AI Agent Tool Credential Harvesting"),
  /** Destroys data through the agent's tools. */
  DATA_DESTRUCTION_VIA_TOOL("AML.T0101", "Data Destruction via AI Agent Tool Invocation");

  /** The edition of ATLAS that ids and titles are from. */
  public static final String EDITION = "2026.09";

  private final String id;
  private final String title;

  Technique(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** For example {@code AML.T0086}; that of a sub-technique has a third part. */
  public String id() {
    return id;
  }

  /** As MITRE names it; a sub-technique after its technique. */
  public String title() {
    return title;
  }

  /** Whether it is one way of a broader technique. */
  public boolean isPart() {
    return id.indexOf('.') != id.lastIndexOf('.');
  }
}
