package io.driftline.decide;

import static io.driftline.posture.Severity.CRITICAL;
import static io.driftline.posture.Severity.HIGH;
import static io.driftline.posture.Severity.LOW;
import static io.driftline.posture.Severity.MEDIUM;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Severity;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.util.ArrayList;
import java.util.List;

/**
 * How soon somebody should look at an anomaly, from how rare the action is and how far a mistake of
 * such an agent reaches; and what else made it worse.
 *
 * <table>
 *   <caption>The least shown score of each severity; below {@code medium} it is {@code low}</caption>
 *   <tr><th>agent kind</th><th>medium</th><th>high</th><th>critical</th></tr>
 *   <tr><td>organizational, or unknown</td><td>75</td><td>85</td><td>95</td></tr>
 *   <tr><td>third party</td><td>75</td><td>90</td><td>100</td></tr>
 *   <tr><td>personal: bounded by its owner's rights</td><td>80</td><td>95</td><td>never</td></tr>
 * </table>
 *
 * <p>It is one step lower if the action can change nothing (its permission's sensitivity is below
 * {@value #CHANGES_SOMETHING}, as for reading and downloading), since what was only read can be
 * looked at with the rest of its session. It is one step higher if the person who asked was not
 * entitled or not active, and one if the agent's grants reach {@link BlastRadius.Reach#VAST}. The
 * kind is the registered one, if there is any: what an event says of its own agent could be a lie.
 *
 * @param severity how soon
 * @param sensitivity how much harm the action's permission can do, in [0, 1]
 * @param reasons a sentence for each thing that made it worse than the score alone; may be empty
 */
public record AnomalySeverity(Severity severity, double sensitivity, List<String> reasons) {

  /** Least sensitivity of a permission that changes something: to write. */
  static final double CHANGES_SOMETHING = 0.5;

  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final Levels BROAD = new Levels(75, 85, 95);
  private static final Levels THIRD_PARTY = new Levels(75, 90, 100);
  private static final Levels PERSONAL = new Levels(80, 95, NEVER);

  public AnomalySeverity {
    if (!(sensitivity >= 0 && sensitivity <= 1)) {
      throw new IllegalArgumentException("sensitivity must lie in [0, 1], was " + sensitivity);
    }
    reasons = List.copyOf(reasons);
  }

  /**
   * The severity of an action with this score.
   *
   * @param shownScore 0 to 100
   * @param sensitivity how much harm the action's permission can do, in [0, 1]
   * @param authority with whose authority it was done; {@code null} where nobody judges that
   * @param standing what the registry says about the agent; {@code null} where it says nothing
   */
  public static AnomalySeverity of(
      double shownScore,
      AgentAction action,
      double sensitivity,
      Authority authority,
      Standing standing) {
    List<String> reasons = new ArrayList<>();
    if (authority != null && authority.verdict().accuses()) {
      reasons.add(AuthoritySentence.of(action, authority));
    }
    if (standing != null && standing.radius().reach() == BlastRadius.Reach.VAST) {
      reasons.add(reachSentence(action.agentId(), standing.radius()));
    }
    AgentKind kind = standing != null ? standing.kind() : action.agent().kind();
    int steps = reasons.size() - (sensitivity < CHANGES_SOMETHING ? 1 : 0);
    return new AnomalySeverity(byScore(shownScore, kind).raisedBy(steps), sensitivity, reasons);
  }

  /**
   * The severity by the table above alone.
   *
   * @param kind {@code null} if unknown, which is judged like the broadest
   */
  static Severity byScore(double shownScore, AgentKind kind) {
    if (!(shownScore >= 0 && shownScore <= 100)) {
      throw new IllegalArgumentException("a shown score lies in [0, 100], this is " + shownScore);
    }
    return levels(kind).of(shownScore);
  }

  private static String reachSentence(String agentId, BlastRadius radius) {
    return radius.systems() == BlastRadius.EVERYWHERE
        ? agentId + " has a grant on every system."
        : "%s has grants on %d systems.".formatted(agentId, radius.systems());
  }

  private static Levels levels(AgentKind kind) {
    if (kind == null) {
      return BROAD;
    }
    return switch (kind) {
      case PERSONAL -> PERSONAL;
      case THIRD_PARTY -> THIRD_PARTY;
      case ORGANIZATIONAL -> BROAD;
    };
  }

  private record Levels(double medium, double high, double critical) {

    Severity of(double score) {
      if (score >= critical) {
        return CRITICAL;
      }
      return score >= high ? HIGH : score >= medium ? MEDIUM : LOW;
    }
  }
}
