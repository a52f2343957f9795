package io.driftline.incident;

import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signals of an incident that are shown: the first, and the worst of the rest, in order of
 * time. None of a kind goes while another kind has more, so that one finding is not lost among two
 * hundred anomalies.
 */
final class KeptSignals {

  /** Most kept while the incident is open. */
  static final int MOST = 20;

  /** Most kept once it is closed. */
  static final int MOST_CLOSED = 4;

  private static final Comparator<Signal> BY_TIME =
      Comparator.comparingLong(Signal::time).thenComparing(Signal::kind).thenComparing(Signal::id);

  /** The mildest first; of equals the latest. */
  private static final Comparator<Signal> BY_WEIGHT =
      Comparator.comparing(Signal::severity)
          .thenComparingDouble(KeptSignals::score)
          .thenComparing(BY_TIME.reversed());

  private final List<Signal> signals = new ArrayList<>(1);

  /** Adds a signal; the mildest goes if there are too many. */
  void add(Signal signal) {
    signals.add(signal);
    signals.sort(BY_TIME);
    trim(MOST);
  }

  /** Puts a signal in the place of the one with its id, unless that is as bad. */
  void refresh(Signal again) {
    boolean asBad =
        signals.stream()
            .anyMatch(each -> isSame(each, again) && !isWorse(again.severity(), each.severity()));
    if (!asBad) {
      signals.removeIf(each -> isSame(each, again));
      add(again);
    }
  }

  /** Lets the mildest go until there are no more than {@code most}, at least 1. */
  void trim(int most) {
    while (signals.size() > most) {
      SignalKind kind = mostNumerousKind();
      signals.remove(rest().filter(each -> each.kind() == kind).min(BY_WEIGHT).orElseThrow());
    }
  }

  /** In order of time. */
  List<Signal> all() {
    return List.copyOf(signals);
  }

  /** The worst of all. */
  Signal worst() {
    return signals.stream().max(BY_WEIGHT).orElseThrow();
  }

  /** The worst of a kind; {@code null} if there is none. */
  Signal worst(SignalKind kind) {
    return signals.stream().filter(each -> each.kind() == kind).max(BY_WEIGHT).orElse(null);
  }

  /** Whether one of these events shows one of the signals. */
  boolean shareEvidence(Set<String> eventIds) {
    return signals.stream().anyMatch(each -> each.evidence().stream().anyMatch(eventIds::contains));
  }

  /** All but the first. */
  private Stream<Signal> rest() {
    return signals.stream().skip(1);
  }

  private SignalKind mostNumerousKind() {
    return Stream.of(SignalKind.values()).max(Comparator.comparingLong(this::count)).orElseThrow();
  }

  private long count(SignalKind kind) {
    return rest().filter(each -> each.kind() == kind).count();
  }

  private static boolean isSame(Signal one, Signal other) {
    return one.kind() == other.kind() && one.id().equals(other.id());
  }

  private static boolean isWorse(Severity one, Severity other) {
    return one.compareTo(other) > 0;
  }

  private static double score(Signal signal) {
    return Double.isNaN(signal.score()) ? 0 : signal.score();
  }
}
