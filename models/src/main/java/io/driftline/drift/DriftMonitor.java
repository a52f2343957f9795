package io.driftline.drift;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import io.driftline.baseline.Hash64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Watches one agent for slow change: counts its days, and judges each day when it is over.
 *
 * <p>Actions may come in any order: until a day is closed, all that is kept of it is counts and
 * earliest sightings. Not thread-safe.
 */
public final class DriftMonitor {

  private static final long NEVER = Long.MIN_VALUE;

  final DriftSettings settings;
  final Map<DriftDimension, MixHistory> mixes = new EnumMap<>(DriftDimension.class);
  Folders folders;
  final Map<DriftDimension, GrowthChart> growth = new EnumMap<>(DriftDimension.class);
  final Map<DriftDimension, LevelHistory> levels = new EnumMap<>(DriftDimension.class);
  OpenDrifts open = new OpenDrifts();
  VersionLog versions = new VersionLog();
  long firstDay = NEVER;
  long latestDay = NEVER;
  long closedDay = NEVER;

  /** The latest action that was counted, and who acted; {@code null} before the first. */
  Sighting latest;

  Agent agent;

  public DriftMonitor(DriftSettings settings) {
    this.settings = settings;
    DriftDimension.MIXES.forEach(dimension -> mixes.put(dimension, new MixHistory(settings)));
    this.folders = new Folders(settings);
    DriftDimension.ACCESS.forEach(dimension -> growth.put(dimension, new GrowthChart()));
    Arrays.stream(DriftDimension.values())
        .filter(DriftDimension::isLevel)
        .forEach(dimension -> levels.put(dimension, new LevelHistory(dimension, settings)));
  }

  /**
   * The days that are over for this agent when it acts on {@code day}, whether or not the watermark
   * has passed them: an action on any of them would come too late to be counted. To be closed
   * before the action is counted, so that windows still hold them when event time leaps, as it does
   * when history is read from uneven partitions.
   *
   * @param day of the next action
   * @return in order; empty if none
   */
  public LongStream overdue(long day) {
    if (latestDay == NEVER) {
      return LongStream.empty();
    }
    long next = closedDay == NEVER ? firstDay : closedDay + 1;
    long last = Math.min(day - HourCounts.OPEN_DAYS, latestDay + settings.keptDays());
    return LongStream.rangeClosed(next, last);
  }

  /** Whether a day was judged. */
  public boolean isClosed(long day) {
    return day <= closedDay;
  }

  /**
   * Counts an action.
   *
   * @return whether it was counted: not if it is more than two days late
   */
  public boolean observe(AgentAction action) {
    long day = CalendarDay.of(action.timeMillis());
    if (latestDay != NEVER && day <= latestDay - HourCounts.OPEN_DAYS) {
      return false;
    }
    reach(day);
    int hour = CalendarDay.hourOf(action.timeMillis());
    Sighting sighting = new Sighting(action.timeMillis(), action.eventId());
    mixes.forEach(
        (dimension, mix) ->
            mix.add(dimension.keyOf(action), () -> dimension.valueOf(action), day, hour, sighting));
    folders.add(action, day, hour, sighting);
    levels.get(DriftDimension.VOLUME).add(day, sighting);
    if (failed(action)) {
      levels.get(DriftDimension.ERRORS).add(day, sighting);
    }
    versions.note(action.agent().version(), action.timeMillis());
    if (latest == null || sighting.compareTo(latest) > 0) {
      latest = sighting;
      agent = action.agent();
    }
    return true;
  }

  private static boolean failed(AgentAction action) {
    return action.outcome() == Outcome.DENIED || action.outcome() == Outcome.ERROR;
  }

  /** Makes room for a day, and for those that were skipped. */
  private void reach(long day) {
    firstDay = firstDay == NEVER ? day : Math.min(firstDay, day);
    long from = latestDay == NEVER ? day : Math.max(latestDay + 1, day - settings.keptDays() + 1);
    for (long each = from; each <= day; each++) {
      long cleared = each;
      mixes.values().forEach(mix -> mix.clear(cleared));
      folders.clear(cleared);
      levels.values().forEach(level -> level.clear(cleared));
    }
    latestDay = Math.max(latestDay, day);
  }

  /**
   * Judges a day that is over. To be called for each day, in order, also for days on which nothing
   * happened; a day that was judged is not judged again.
   *
   * @param agentId seeds the permutations, with the day
   * @param day counted from the epoch
   * @return what was found, at most one for each kind and dimension
   */
  public List<DriftSignal> close(String agentId, long day) {
    if (latestDay == NEVER || day <= closedDay) {
      return List.of();
    }
    reach(day);
    closedDay = day;
    open.acceptDue(day, settings);
    mixes.values().forEach(mix -> mix.close(day));
    folders.close(day);
    List<DriftSignal> found = new ArrayList<>();
    long seed = settings.seed() ^ Hash64.pair(Hash64.of(agentId), day);
    judgeLevels(day, seed, found);
    judgeGrowth(day, found);
    judgeMixes(day, seed, found);
    judgeGround(day, found);
    found.forEach(signal -> open.raise(signal.topic(), day));
    return found.stream().map(this::attributed).toList();
  }

  /**
   * Makes what the agent does now its reference, in one dimension.
   *
   * @return whether such a drift was open; otherwise nothing happens
   */
  public boolean accept(DriftKind kind, DriftDimension dimension) {
    return open.accept(new DriftTopic(kind, dimension), closedDay, settings);
  }

  /**
   * What the agent did of late, for its peers to compare with.
   *
   * @param day one that was just closed
   * @return {@code null} if it did too little in the recent window
   */
  public DayMix mix(long day) {
    return agent == null ? null : DayMix.of(agent, mixes, day, settings.recentDays());
  }

  /** Time of the latest action, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastSeen() {
    return latest == null ? NEVER : latest.time();
  }

  /** The agent as its latest action states it; {@code null} if there is none. */
  public Agent agent() {
    return agent;
  }

  /** Whether there is anything left that a later day could be judged by. */
  public boolean isWatching(long day) {
    return latest != null && CalendarDay.of(latest.time()) > day - settings.keptDays();
  }

  private void judgeLevels(long day, long seed, List<DriftSignal> found) {
    DayLevels days =
        new DayLevels(
            levels.get(DriftDimension.VOLUME).counts(), levels.get(DriftDimension.ERRORS).counts());
    for (LevelHistory level : levels.values()) {
      LevelShift.Reference reference = reference(level, day);
      if (isOpen(DriftKind.LEVEL_SHIFT, level.dimension()) || reference.days() < leastDays()) {
        level.reset();
        level.close(day, Double.NaN, settings);
      } else {
        level.close(day, days.deviations(level.dimension(), day, reference), settings);
        addIfShifted(new LevelShift(level, days, reference, day), seed, found);
      }
    }
  }

  private void addIfShifted(LevelShift shift, long seed, List<DriftSignal> found) {
    DriftSignal signal = shift.signalOrNull(seed, settings);
    if (signal != null) {
      found.add(signal);
      shift.history().reset();
    }
  }

  /** Ends before the recent window, and before what is under suspicion. */
  private LevelShift.Reference reference(LevelHistory level, long day) {
    long suspected = level.suspectedSince();
    long recent = day - settings.recentDays();
    long to = suspected == CumulativeSum.NEVER ? recent : Math.min(recent, suspected - 1);
    long kept = day - settings.keptDays() + HourCounts.OPEN_DAYS;
    long from = Math.max(kept, to - settings.referenceDays() + 1);
    return new LevelShift.Reference(Math.max(usableFrom(level.dimension()), from), to);
  }

  private int leastDays() {
    return settings.leastReferenceDays();
  }

  private boolean isOpen(DriftKind kind, DriftDimension dimension) {
    return open.isOpen(new DriftTopic(kind, dimension));
  }

  private void judgeGrowth(long day, List<DriftSignal> found) {
    growth.forEach(
        (dimension, chart) -> {
          MixHistory mix = mixes.get(dimension);
          chart.add(mix, day, firstDay + settings.leastReferenceDays(), settings);
          if (isOpen(DriftKind.GROWTH, dimension)) {
            chart.reset();
          } else if (chart.isGrowth(settings)) {
            found.add(chart.signal(dimension, mix, day, settings));
            chart.reset();
          }
        });
  }

  private void judgeMixes(long day, long seed, List<DriftSignal> found) {
    MixShift[] shifts = new MixShift[DriftDimension.MIXES.size()];
    double[] p = new double[shifts.length];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = mixShift(DriftDimension.MIXES.get(i), day, seed + i);
      p[i] = shifts[i] == null ? 1 : shifts[i].p();
    }
    boolean[] discoveries = FalseDiscoveries.discoveries(p, settings.mix().falseDiscoveryRate());
    for (int i = 0; i < shifts.length; i++) {
      if (discoveries[i]) {
        found.add(shifts[i].signal());
      }
    }
  }

  private void judgeGround(long day, List<DriftSignal> found) {
    DriftSignal signal =
        isOpen(DriftKind.NEW_GROUND, DriftDimension.SCOPE)
            ? null
            : new NewGround(
                    mixes.get(DriftDimension.ACTION),
                    folders,
                    mixes.get(DriftDimension.HOUR),
                    open.referenceFrom(DriftDimension.SCOPE),
                    day,
                    settings)
                .signalOrNull();
    if (signal != null) {
      found.add(signal);
    }
  }

  private MixShift mixShift(DriftDimension dimension, long day, long seed) {
    return isOpen(DriftKind.MIX_SHIFT, dimension)
        ? null
        : MixShift.judge(
            dimension, mixes.get(dimension), usableFrom(dimension), day, seed, settings);
  }

  private long usableFrom(DriftDimension dimension) {
    return Math.max(firstDay, open.referenceFrom(dimension));
  }

  private DriftSignal attributed(DriftSignal signal) {
    String version = versions.newAt(signal.began());
    return version == null ? signal : signal.withVersion(version);
  }
}
