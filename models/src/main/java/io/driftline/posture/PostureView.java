package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What the registry says of one agent and of its owners, at any time. The order in which it was
 * told makes no difference.
 */
final class PostureView {

  /** Most owners whose records are kept: as many as an agent's history can name. */
  static final int MOST_OWNERS = RecordHistory.MOST;

  /** No time at all: what never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private RecordHistory<AgentRecord> agent = new RecordHistory<>();
  private final Map<String, RecordHistory<UserRecord>> owners = new LinkedHashMap<>();

  /**
   * Takes in what is said of the agent, or of somebody who owns it.
   *
   * @return whether it is news: of its owner an agent is told again whenever its record changes
   */
  boolean put(RegistryChange change) {
    return change.subject() == RegistryChange.Subject.AGENT
        ? agent.put(change.time(), change.agent())
        : putOwner(change);
  }

  private boolean putOwner(RegistryChange change) {
    boolean isNews =
        owners
            .computeIfAbsent(change.id(), id -> new RecordHistory<>())
            .put(change.time(), change.user());
    if (owners.size() > MOST_OWNERS) {
      owners.remove(owners.keySet().iterator().next());
    }
    return isNews;
  }

  /** The agent's record at a time, or {@code null} if it is not registered. */
  AgentRecord agentAt(long time) {
    return agent.at(time);
  }

  /** The record of an owner at a time, or {@code null} if there is none. */
  UserRecord ownerAt(String id, long time) {
    RecordHistory<UserRecord> history = owners.get(id);
    return history == null ? null : history.at(time);
  }

  /** Whether anything was said of an owner by that time, be it that there is no record any more. */
  boolean hasHeardOf(String owner, long time) {
    RecordHistory<UserRecord> history = owners.get(owner);
    return history != null && history.saysAnythingAt(time);
  }

  /** Whether, after all that was said, the agent is registered. */
  boolean isRegistered() {
    return agent.at(NEVER) != null;
  }

  /** The latest moment, not after {@code time}, at which a use may have come to be judged anew. */
  long steadyFrom(long time) {
    return moments().filter(moment -> moment <= time).max().orElse(Long.MIN_VALUE);
  }

  /** The next moment at which a use may come to be judged differently; {@link #NEVER} for none. */
  long nextMoment(long after) {
    return moments().filter(moment -> moment > after).min().orElse(NEVER);
  }

  /** All such moments in between, in order. */
  LongStream momentsWithin(long after, long until) {
    return moments().filter(moment -> moment > after && moment <= until).sorted();
  }

  private LongStream moments() {
    LongStream.Builder moments = LongStream.builder();
    agent.forEach(
        (time, record) -> {
          moments.add(time);
          addBounds(record, moments);
        });
    owners.values().forEach(owner -> owner.forEach((time, record) -> moments.add(time)));
    return moments.build();
  }

  private static void addBounds(AgentRecord record, LongStream.Builder moments) {
    if (record == null || record.grants() == null) {
      return;
    }
    for (Grant grant : record.grants()) {
      moments.add(millisFrom(grant.granted()));
      if (grant.expires() != null) {
        moments.add(millisFrom(grant.expires()));
      }
    }
  }

  /** The first millisecond that is not before an instant. */
  static long millisFrom(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
  }

  void write(StateWriter out) {
    RegistryLayout.writeAgents(out, agent);
    out.writeInt(owners.size());
    owners.forEach((id, history) -> RegistryLayout.writeUsers(out.writeString(id), history));
  }

  static PostureView read(StateReader in) {
    PostureView view = new PostureView();
    view.agent = RegistryLayout.readAgents(in);
    for (int left = in.readCount(1); left > 0; left--) {
      view.owners.put(StoredParts.required(in.readString()), RegistryLayout.readUsers(in));
    }
    return view;
  }
}
