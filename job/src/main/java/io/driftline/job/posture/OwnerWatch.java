package io.driftline.job.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.RegistryLayout;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.UserRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept per person: what the registry said, and which agents ever named the person owner.
 */
final class OwnerWatch {

  /** Most agents told of one person; the one named first is forgotten first. */
  static final int MOST_AGENTS = 1024;

  private static final String WHAT = "owner watch";
  private static final int VERSION = 1;

  private RecordHistory<UserRecord> history = new RecordHistory<>();
  private final Set<String> agents = new LinkedHashSet<>();
  private long lastHeard = Long.MIN_VALUE;

  /** Takes in what is said of the person. */
  void learn(RegistryChange change) {
    history.put(change.time(), change.user());
    lastHeard = Math.max(lastHeard, change.time());
  }

  /** Takes in that an agent is the person's; tells whether another one had to be forgotten. */
  boolean own(RegistryChange change) {
    lastHeard = Math.max(lastHeard, change.time());
    agents.add(change.id());
    boolean full = agents.size() > MOST_AGENTS;
    if (full) {
      agents.remove(agents.iterator().next());
    }
    return full;
  }

  /** The agents to be told. */
  Set<String> agents() {
    return agents;
  }

  /** All that was said of the person, the earliest first. */
  List<RegistryChange> said(String userId) {
    List<RegistryChange> said = new ArrayList<>();
    history.forEach(
        (time, record) -> said.add(new RegistryChange(Subject.USER, userId, time, null, record)));
    return said;
  }

  /** Whether the person was taken off the registry. */
  private boolean isRemoved() {
    return !history.isEmpty() && history.at(Long.MAX_VALUE) == null;
  }

  /** How it is stored. */
  record Stored() implements StoredValue<OwnerWatch> {

    @Override
    public OwnerWatch fresh() {
      return new OwnerWatch();
    }

    @Override
    public byte[] encode(OwnerWatch watch) {
      StateWriter out = new StateWriter().writeByte(VERSION).writeLong(watch.lastHeard);
      RegistryLayout.writeUsers(out, watch.history);
      out.writeInt(watch.agents.size());
      watch.agents.forEach(out::writeString);
      return out.toBytes();
    }

    @Override
    public OwnerWatch decode(byte[] bytes) {
      StateReader in = new StateReader(bytes);
      in.readVersion(WHAT, VERSION);
      OwnerWatch watch = new OwnerWatch();
      watch.lastHeard = in.readLong();
      watch.history = RegistryLayout.readUsers(in);
      for (int left = in.readCount(1); left > 0; left--) {
        watch.agents.add(in.readString());
      }
      in.readEnd(WHAT);
      return watch;
    }

    @Override
    public long lastUsed(OwnerWatch watch) {
      return watch.lastHeard;
    }

    /** A registry tells of a person once: what it said is kept until it takes the person out. */
    @Override
    public boolean isNeeded(OwnerWatch watch) {
      return !watch.isRemoved();
    }
  }
}
