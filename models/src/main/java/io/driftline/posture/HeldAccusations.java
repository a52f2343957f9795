package io.driftline.posture;

import static io.driftline.posture.StoredParts.required;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Accusations that wait until event time has passed them. They come from another watch, which may
 * be ahead of what the registry says of the agent: told at once, a finding could miss its owner.
 */
final class HeldAccusations {

  /** Most kept; beyond that the earliest waits no longer. */
  static final int MOST = 256;

  /** By time; those of one time in an order that does not depend on which came first. */
  private static final Comparator<Accusation> ORDER =
      comparingLong(Accusation::time)
          .thenComparing(Accusation::rule)
          .thenComparing(by(FindingSubject::user))
          .thenComparing(by(FindingSubject::through))
          .thenComparing(by(FindingSubject::system))
          .thenComparing(by(FindingSubject::permission))
          .thenComparing(Accusation::eventId);

  private final TreeSet<Accusation> held = new TreeSet<>(ORDER);

  private static Comparator<Accusation> by(Function<FindingSubject, String> part) {
    return comparing(each -> part.apply(each.subject()), nullsFirst(naturalOrder()));
  }

  /** Holds an accusation back. */
  void hold(Accusation accusation) {
    held.add(accusation);
  }

  /** Drops what was said under a charge that is taken back. */
  void drop(PostureRule rule, FindingSubject subject) {
    held.removeIf(each -> each.rule() == rule && each.subject().equals(subject));
  }

  /** Takes out those that lie not after a time, and those for which there is no room. */
  List<Accusation> takeUntil(long time) {
    List<Accusation> due = new ArrayList<>();
    while (!held.isEmpty() && (held.first().time() <= time || held.size() > MOST)) {
      due.add(held.pollFirst());
    }
    return due;
  }

  /** When the next is due; {@link PostureView#NEVER} if none is held. */
  long nextDue() {
    return held.isEmpty() ? PostureView.NEVER : held.first().time();
  }

  void write(StateWriter out) {
    out.writeInt(held.size());
    for (Accusation each : held) {
      out.writeString(each.rule().id());
      SubjectLayout.write(out, each.subject());
      out.writeLong(each.time()).writeString(each.eventId()).writeLong(each.count());
    }
  }

  /**
   * @param agentId whom all of them accuse
   */
  static HeldAccusations read(StateReader in, String agentId) {
    HeldAccusations read = new HeldAccusations();
    for (int left = in.readCount(2 * Long.BYTES); left > 0; left--) {
      read.hold(StoredParts.valid("held accusation", () -> readOne(in, required(agentId))));
    }
    return read;
  }

  private static Accusation readOne(StateReader in, String agentId) {
    return new Accusation(
        required(PostureRule.ofId(in.readString())),
        agentId,
        SubjectLayout.read(in),
        in.readLong(),
        required(in.readString()),
        in.readLong(),
        false);
  }
}
