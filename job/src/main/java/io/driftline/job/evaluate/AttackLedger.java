package io.driftline.job.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One watch per labelled attack of the test phase. */
final class AttackLedger {

  private final Map<SessionLabel, AttackWatch> watches = new LinkedHashMap<>();

  AttackLedger(Labels labels) {
    labels.all().stream()
        .filter(label -> label.phase() == Phase.TEST && label.isAttack())
        .forEach(label -> watches.put(label, new AttackWatch(label)));
  }

  void observe(ScoredEvent event, SessionLabel label, boolean malicious) {
    AttackWatch watch = watches.get(label);
    if (watch != null) {
      watch.observe(event, malicious);
    }
  }

  /** The attacks that were found. */
  Set<SessionLabel> found() {
    return watches.values().stream()
        .filter(AttackWatch::found)
        .map(AttackWatch::label)
        .collect(Collectors.toSet());
  }

  AttackDetection detection() {
    List<AttackWatch> hijacks =
        watches.values().stream()
            .filter(watch -> watch.label().hasSession() && watch.label().hijacked())
            .toList();
    long found = hijacks.stream().filter(AttackWatch::found).count();
    return new AttackDetection(
        hijacks.size(),
        found,
        median(hijacks, AttackWatch::actionsToAlert),
        median(hijacks, AttackWatch::eventsToAlert),
        kinds());
  }

  private static OptionalDouble median(
      Collection<AttackWatch> watches, Function<AttackWatch, OptionalInt> delay) {
    return Median.of(
        watches.stream().map(delay).flatMapToInt(OptionalInt::stream).asDoubleStream().toArray());
  }

  private List<AttackTally> kinds() {
    return watches.values().stream()
        .filter(watch -> watch.label().attack() != null)
        .collect(
            Collectors.groupingBy(
                watch -> watch.label().attack(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(kind -> tally(kind.getKey(), kind.getValue()))
        .toList();
  }

  private static AttackTally tally(String kind, List<AttackWatch> watches) {
    long found = watches.stream().filter(AttackWatch::found).count();
    return new AttackTally(kind, watches.size(), found);
  }
}
