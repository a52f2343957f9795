package io.driftline.job.bench;

import io.driftline.activity.AgentAction;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.profile.ProfiledAction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lets one peer for each cohort score actions, each before it is learnt. */
final class PeerRun {

  /** As the job orders actions; agents come in between only to make the order one. */
  private static final Comparator<ProfiledAction> EVENT_TIME =
      Comparator.<ProfiledAction>comparingLong(in -> in.action().timeMillis())
          .thenComparing(ProfiledAction::agentId)
          .thenComparing(in -> in.action().eventId());

  private PeerRun() {}

  /** The scores in order of event time, none of them an alert. */
  static List<ScoredEvent> score(Collection<ProfiledAction> actions, Supplier<Peer> peer) {
    Map<String, Peer> byCohort = new HashMap<>();
    return actions.stream()
        .sorted(EVENT_TIME)
        .map(in -> score(in, byCohort.computeIfAbsent(in.cohort(), cohort -> peer.get())))
        .toList();
  }

  private static ScoredEvent score(ProfiledAction in, Peer peer) {
    AgentAction action = in.action();
    double score = peer.score(action, in.features());
    peer.learn(action, in.features());
    return new ScoredEvent(action.eventId(), in.agentId(), action.sessionId(), score, false);
  }
}
