package io.driftline.posture;

import static io.driftline.registry.AuthorityVerdict.DISABLED;
import static io.driftline.registry.AuthorityVerdict.ENTITLED;
import static io.driftline.registry.AuthorityVerdict.NOT_ENTITLED;
import static io.driftline.registry.AuthorityVerdict.UNKNOWN;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.AuthorityVerdict;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserRecord;
import java.time.Instant;
import java.util.Objects;

/** What the registry says at which time about the rights of a principal, and what follows. */
final class PrincipalRights {

  final Principal principal;

  /** Of a person; the other one stays empty. */
  final RecordHistory<UserRecord> people;

  /** Of an agent. */
  final RecordHistory<AgentRecord> agents;

  private long latest;

  PrincipalRights(
      Principal principal, RecordHistory<UserRecord> people, RecordHistory<AgentRecord> agents) {
    this.principal = Objects.requireNonNull(principal, "principal");
    this.people = people;
    this.agents = agents;
    this.latest = Math.max(people.latest(), agents.latest());
  }

  static PrincipalRights unknown(Principal principal) {
    return new PrincipalRights(principal, new RecordHistory<>(), new RecordHistory<>());
  }

  void learn(RegistryChange change) {
    if (principal.isPerson()) {
      people.put(change.time(), change.user());
    } else {
      agents.put(change.time(), change.agent());
    }
    latest = Math.max(latest, change.time());
  }

  /** Time of the latest change, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  long latest() {
    return latest;
  }

  /** Whether there is a record after all changes. */
  boolean isRegistered() {
    return (principal.isPerson() ? people.at(latest) : agents.at(latest)) != null;
  }

  /**
   * Whether the verdict on a use is the same at this time and ever after, unless a change comes.
   */
  boolean isSettledAt(long time) {
    // An agent's grants begin and end by themselves.
    return principal.isPerson() && time >= latest;
  }

  /** Whether the principal's own rights were enough for a use. */
  AuthorityVerdict verdict(RightUse use, long time) {
    return principal.isPerson()
        ? verdict(people.at(time), use)
        : verdict(agents.at(time), use, Instant.ofEpochMilli(time));
  }

  /** The rule that is broken by a use; {@code null} if none is. */
  PostureRule brokenRule(RightUse use, long time) {
    return switch (verdict(use, time)) {
      case NOT_ENTITLED ->
          principal.isPerson() ? PostureRule.AUTHORITY_BYPASS : PostureRule.WIDENED_CHAIN;
      case DISABLED -> PostureRule.REQUESTER_NOT_ACTIVE;
      default -> null;
    };
  }

  /** What is told of a use, or taken back. */
  Accusation accusation(RightUse use, ToldUses told, boolean withdrawn) {
    return new Accusation(
        told.rule(),
        use.agentId(),
        subject(told.rule(), use),
        told.last(),
        told.lastEventId(),
        told.count(),
        withdrawn);
  }

  private FindingSubject subject(PostureRule rule, RightUse use) {
    return switch (rule) {
      case REQUESTER_NOT_ACTIVE -> FindingSubject.ofUser(principal.id());
      case WIDENED_CHAIN -> FindingSubject.ofChain(principal.id(), use.system(), use.permission());
      default -> FindingSubject.ofUse(principal.id(), use.system(), use.permission());
    };
  }

  private static AuthorityVerdict verdict(UserRecord person, RightUse use) {
    if (person == null) {
      return UNKNOWN;
    }
    if (!person.isActive()) {
      return DISABLED;
    }
    if (use.permission() == null) {
      return UNKNOWN;
    }
    return person.isEntitled(use.system(), use.permission()) ? ENTITLED : NOT_ENTITLED;
  }

  private static AuthorityVerdict verdict(AgentRecord agent, RightUse use, Instant time) {
    if (agent == null || agent.grants() == null || use.permission() == null) {
      return UNKNOWN;
    }
    return agent.isGranted(use.system(), use.permission(), time) ? ENTITLED : NOT_ENTITLED;
  }
}
