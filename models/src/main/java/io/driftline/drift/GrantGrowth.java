package io.driftline.drift;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out when an agent is granted one right after another, whether it uses them or not.
 *
 * <p>Grants are declared: there is no noise in them, so there is nothing to be estimated. What has
 * to be told apart is how they came. A step is a change of the record that adds a right which the
 * agent had not, and after which it holds more than before; what comes within a few days is one
 * step, however much it is, since it was decided together: a review, another role, a new version. A
 * change after which it holds fewer takes a step back, so that one in and one out is nothing,
 * whichever comes first. The steps are summed up against what is usual, see {@link GrantSteps}; and
 * all that is new less all that was lost must be a share of what was held before, since a right
 * more is little where there are many.
 *
 * <p>What was granted in the first weeks on record is the reference. So is what is held when a
 * growth is accepted. To be told of changes in the order of their times. Not thread-safe.
 */
public final class GrantGrowth {

  private static final long NEVER = Long.MIN_VALUE;
  private static final DriftTopic TOPIC =
      new DriftTopic(DriftKind.GROWTH, DriftDimension.GRANTED_PERMISSION);
  private static final int MOST_TOLD = 64;
  private static final double WEEK = 7;

  final DriftSettings settings;
  final GrantLimits limits;
  GrantedRights rights = new GrantedRights();
  GrantSteps steps;
  OpenDrifts open = new OpenDrifts();
  VersionLog versions = new VersionLog();

  /** Time of the latest change. */
  long latest = NEVER;

  /** Whether that said what is granted. */
  boolean isDeclared;

  /** First day on which a new grant is not usual. */
  long matureFrom = NEVER;

  public GrantGrowth(DriftSettings settings) {
    this(settings, GrantLimits.defaults());
  }

  public GrantGrowth(DriftSettings settings, GrantLimits limits) {
    this.settings = settings;
    this.limits = limits;
    this.steps = new GrantSteps(limits);
  }

  /**
   * Takes in what the registry says of the agent.
   *
   * @param change one that is earlier than another before it is out of date and changes nothing
   * @return the growth that it brings to light; {@code null} if there is none
   */
  public DriftSignal learn(RegistryChange change) {
    if (change.time() < latest) {
      return null;
    }
    latest = change.time();
    long day = CalendarDay.of(latest);
    open.acceptDue(day, settings);
    steps.pass(day);
    rights.forgetBefore(CalendarDay.start(Math.min(steps.since(), firstRemembered(day))));
    boolean isStep = count(put(change.agent(), day), day);
    return isStep && isGrowth() ? raise(day) : null;
  }

  private long firstRemembered(long day) {
    return day - settings.recentDays() - settings.referenceDays();
  }

  /** Takes over what a record grants; one that does not say, or that is none, grants nothing. */
  private GrantedRights.Difference put(AgentRecord record, long day) {
    boolean wasDeclared = isDeclared;
    isDeclared = record != null && record.grants() != null;
    if (isDeclared && !wasDeclared && rights.areUnknown()) {
      matureFrom = day + settings.leastReferenceDays();
    }
    if (record != null) {
      versions.note(record.version(), latest);
    }
    return rights.put(isDeclared ? granted(record) : Set.of(), latest, day < matureFrom);
  }

  /** A right counts from when the registry lists it: it was decided on then, if not in force. */
  private Set<Right> granted(AgentRecord record) {
    Instant now = Instant.ofEpochMilli(latest);
    Set<Right> granted = new HashSet<>();
    record.grants().stream()
        .filter(grant -> !grant.hasExpiredAt(now))
        .forEach(grant -> granted.add(grant.right()));
    return granted;
  }

  /** Tells whether it is a step, or part of one. */
  private boolean count(GrantedRights.Difference difference, long day) {
    if (day < matureFrom || open.isOpen(TOPIC)) {
      steps.reset();
      return false;
    }
    if (difference.net() < 0) {
      steps.down();
    }
    boolean isStep = difference.net() > 0 && difference.fresh() > 0;
    if (isStep) {
      steps.up(day);
    }
    return isStep;
  }

  private boolean isGrowth() {
    if (!steps.areMany()) {
      return false;
    }
    int gained = rights.count() - before();
    return gained >= limits.leastRights() && gained >= limits.leastShare() * before();
  }

  /** How many rights were held before the first step. */
  private int before() {
    long since = CalendarDay.start(steps.since());
    return rights.count() - rights.newSince(since).size() + rights.lostSince(since);
  }

  private DriftSignal raise(long day) {
    DriftSignal signal = signal(day);
    open.raise(TOPIC, day);
    steps.reset();
    return signal;
  }

  private DriftSignal signal(long day) {
    long began = CalendarDay.start(steps.since());
    List<Map.Entry<Right, Long>> granted = rights.newSince(began);
    double weeks = Math.max(1, (day + 1 - steps.since()) / WEEK);
    return new DriftSignal(
        DriftKind.GROWTH,
        DriftDimension.GRANTED_PERMISSION,
        began,
        CalendarDay.start(day + 1),
        before(),
        rights.count(),
        granted.size() / weeks,
        steps.significance(day),
        granted.stream().limit(MOST_TOLD).map(GrantGrowth::change).toList(),
        List.of(),
        versions.newAt(began));
  }

  private static ShareChange change(Map.Entry<Right, Long> granted) {
    Right right = granted.getKey();
    return ShareChange.granted(
        right.system() + "/" + right.permission(), Instant.ofEpochMilli(granted.getValue()));
  }

  /**
   * Makes what the agent is granted now its reference.
   *
   * @return whether its growth was open; otherwise nothing happens
   */
  public boolean accept() {
    return open.accept(TOPIC, CalendarDay.of(latest), settings);
  }

  /** Whether the registry says now what the agent is granted, and will not say it again. */
  public boolean isDeclared() {
    return isDeclared;
  }

  /** Time of the latest change, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastHeard() {
    return latest;
  }
}
