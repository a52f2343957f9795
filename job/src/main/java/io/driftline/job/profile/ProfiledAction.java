package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Surroundings;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.wire.Packed;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An action's feature vector, and what its explanation would need of the baselines.
 *
 * @param agentId who acted; the key of the stages by agent
 * @param sessionId the session it belongs to
 * @param cohort the agent's peers
 * @param late whether it came after the watermark had passed its time
 * @param features bits of surprise by feature ordinal
 * @param evidence the action and the surprising values beside the usual ones
 */
@TypeInfo(ProfiledActionSerializer.TypeFactory.class)
public record ProfiledAction(
    String agentId,
    String sessionId,
    String cohort,
    boolean late,
    double[] features,
    Packed<Evidence> evidence) {

  public ProfiledAction {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(evidence, "evidence");
  }

  /** A profiled action whose evidence is at hand. */
  public static ProfiledAction of(
      IdentifiedAction in, double[] features, Surroundings surroundings) {
    Evidence evidence = new Evidence(in.action(), surroundings, in.authority(), in.standing());
    return new ProfiledAction(
        in.action().agentId(),
        in.session().sessionId(),
        in.cohort(),
        in.late(),
        features,
        Packed.of(evidence, EvidenceSerializer.INSTANCE));
  }

  /** What was done. */
  public AgentAction action() {
    return evidence.get().action();
  }

  /** With whose authority it was done; {@code null} where nobody judges that. */
  public Authority authority() {
    return evidence.get().authority();
  }

  /** What the registry says about the agent; {@code null} where it says nothing. */
  public Standing standing() {
    return evidence.get().standing();
  }

  /** The surprising values beside the usual ones. */
  public Surroundings surroundings() {
    return evidence.get().surroundings();
  }
}
