package io.driftline.incident;

import java.util.List;

/**
 * What one code would look like.
 *
 * @param techniques in enum order; may be empty
 * @param risks in enum order; may be empty
 * @param byPermission whether the permission used may say more, see {@link PermissionThreats}
 */
record Threats(List<Technique> techniques, List<AgenticRisk> risks, boolean byPermission) {

  /** Says nothing about a threat: it may be anything, or is a matter of order alone. */
  static final Threats NONE = new Threats(List.of(), List.of(), false);

  Threats {
    techniques = List.copyOf(techniques);
    risks = List.copyOf(risks);
  }

  /** A technique, and the risk it belongs to. */
  static Threats of(Technique technique, AgenticRisk risk) {
    return new Threats(List.of(technique), List.of(risk), false);
  }

  /** A technique that belongs to no risk. */
  static Threats of(Technique technique) {
    return new Threats(List.of(technique), List.of(), false);
  }

  /** A risk of which it is open by what technique. */
  static Threats of(AgenticRisk risk) {
    return new Threats(List.of(), List.of(risk), false);
  }

  /** A right was used; which one says what for. */
  static Threats use(AgenticRisk risk) {
    return new Threats(List.of(Technique.AI_AGENT_TOOL_INVOCATION), List.of(risk), true);
  }
}
