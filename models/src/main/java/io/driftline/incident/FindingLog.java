package io.driftline.incident;

import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.posture.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which findings that are not over went into which incident, also when that is closed since: a
 * finding that goes on for weeks calls nobody twice. At most {@value #MOST}; the one not told for
 * longest goes.
 */
final class FindingLog {

  /** As many as an agent has open. */
  static final int MOST = 256;

  /** Two texts and a severity. */
  private static final int LEAST_BYTES = 3;

  private final Map<String, Entry> known = new LinkedHashMap<>();

  /**
   * What is known of a finding.
   *
   * @param incidentId which incident it went into
   * @param severity the worst it was told with
   */
  record Entry(String incidentId, Severity severity) {}

  /** What is known of the finding of a signal; {@code null} if nothing, or if it is no finding. */
  Entry find(Signal signal) {
    return signal.kind() == SignalKind.FINDING ? known.get(signal.id()) : null;
  }

  /** Notes that a signal went into an incident, if it is a finding. */
  void note(Signal signal, String incidentId) {
    if (signal.kind() != SignalKind.FINDING) {
      return;
    }
    Entry before = known.remove(signal.id());
    boolean worse = before == null || signal.severity().compareTo(before.severity()) > 0;
    known.put(signal.id(), new Entry(incidentId, worse ? signal.severity() : before.severity()));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  /** Forgets a finding, which is over; gives what was known of it, or {@code null}. */
  Entry remove(Signal over) {
    return known.remove(over.id());
  }

  /** Whether a finding of this incident is not over. */
  boolean hasAnyOf(String incidentId) {
    return known.values().stream().anyMatch(each -> each.incidentId().equals(incidentId));
  }

  int size() {
    return known.size();
  }

  void write(StateWriter out) {
    out.writeInt(known.size());
    known.forEach(
        (id, entry) -> {
          out.writeString(id).writeString(entry.incidentId());
          writeConstant(out, entry.severity());
        });
  }

  static FindingLog read(StateReader in) {
    FindingLog read = new FindingLog();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      read.known.put(
          required(in.readString()),
          new Entry(required(in.readString()), SignalLayout.readSeverity(in)));
    }
    return read;
  }
}
