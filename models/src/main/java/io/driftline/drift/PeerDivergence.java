package io.driftline.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges one day of a cohort in one dimension: which agents have come to differ from the others.
 */
final class PeerDivergence {

  /** With fewer others, one of them is a large part of what an agent is compared with. */
  private static final int LEAST_OTHERS = 5;

  private final DriftDimension dimension;
  private final long day;
  private final SortedMap<String, DayMix> mixes;
  private final Map<String, PeerMember> members;
  private final PeerLimits limits;
  private final PeerShares shares;

  /**
   * @param mixes of the day, by agent id
   * @param members at least those that told a mix
   */
  PeerDivergence(
      DriftDimension dimension,
      long day,
      SortedMap<String, DayMix> mixes,
      Map<String, PeerMember> members,
      PeerLimits limits) {
    this.dimension = dimension;
    this.day = day;
    this.mixes = mixes;
    this.members = members;
    this.limits = limits;
    this.shares = new PeerShares(mixes.values().stream().map(mix -> mix.of(dimension)).toList());
  }

  /** Notes how far every agent is from the others, and tells what is to be raised, by agent id. */
  List<DriftEvent> judge(String cohort) {
    if (shares.others() < LEAST_OTHERS) {
      return List.of();
    }
    mixes.forEach(
        (id, mix) -> members.get(id).put(dimension, day, shares.distance(mix.of(dimension))));
    List<String> risen = risen(new double[limits.daysInRow()]);
    return risen.isEmpty() ? List.of() : raise(cohort, risen(common()));
  }

  private List<DriftEvent> raise(String cohort, List<String> risen) {
    List<DriftEvent> found = new ArrayList<>();
    PeerRanks ranks = ranks();
    for (String id : risen) {
      double p = ranks.significance(members.get(id).weeks(dimension, day));
      if (p <= limits.significance()) {
        found.add(DriftEvent.of(mixes.get(id).agent(), cohort, signal(id, p)));
      }
    }
    found.forEach(event -> members.get(event.agent().id()).raise(dimension, day));
    return found;
  }

  /**
   * Which agents have risen on enough days in a row, today the last.
   *
   * @param common what the cohort has in common on each of the days, today first
   */
  private List<String> risen(double[] common) {
    return mixes.keySet().stream()
        .filter(id -> !members.get(id).isOpen(dimension))
        .filter(id -> isRisen(members.get(id), common))
        .toList();
  }

  private boolean isRisen(PeerMember member, double[] common) {
    return IntStream.range(0, common.length)
        .allMatch(age -> member.isRisen(dimension, day - age, common[age], limits));
  }

  /**
   * The median rise of each day in question, today first: when a cohort parts in two halves,
   * everybody is further from the mean than before, and nobody has left the others.
   */
  private double[] common() {
    return IntStream.range(0, limits.daysInRow())
        .mapToDouble(age -> Math.max(0, medianRise(day - age)))
        .toArray();
  }

  private double medianRise(long on) {
    double[] rises =
        yardsticks()
            .mapToDouble(member -> member.rise(dimension, on))
            .filter(rise -> !Double.isNaN(rise))
            .sorted()
            .toArray();
    return rises.length == 0 ? 0 : rises[rises.length / 2];
  }

  private PeerRanks ranks() {
    return new PeerRanks(yardsticks().map(member -> member.weeks(dimension, day)).toList());
  }

  /** Those of whom it is told already that they diverge are no measure of what is usual. */
  private Stream<PeerMember> yardsticks() {
    return mixes.keySet().stream().map(members::get).filter(member -> !member.isOpen(dimension));
  }

  private DriftSignal signal(String id, double p) {
    double before = members.get(id).reference(dimension, day).mean();
    double after = members.get(id).distance(dimension, day);
    return new DriftSignal(
        DriftKind.PEER_DIVERGENCE,
        dimension,
        CalendarDay.start(members.get(id).risenSince(dimension, day)),
        CalendarDay.start(day + 1),
        before,
        after,
        after - before,
        p,
        shares.changes(mixes.get(id).of(dimension)),
        List.of(),
        null,
        shares.others());
  }
}
