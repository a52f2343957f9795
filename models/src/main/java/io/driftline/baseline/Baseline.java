package io.driftline.baseline;

/**
 * What one agent usually does: decayed counts per dimension, data volume per action and of all,
 * pace, pauses, and how risky its running sessions were so far.
 *
 * <p>Bounded whatever the agent does: caps per context, on contexts and on sessions. Not
 * thread-safe.
 */
public final class Baseline {

  /** Weights are brought back to a new landmark when g(t) passes 2^30, well inside a float. */
  private static final double MAX_EXPONENT = 30;

  /** An action so late that it weighs less weighs this: 0 would make counts of 0 and NaN means. */
  private static final double MIN_EXPONENT = -100;

  /** A count decayed below this is spent. */
  private static final double SPENT = 1e-3;

  /** Fewer observations than this say nothing about a mean. */
  public static final int FEWEST = 10;

  /** The key of the data volume of all actions together, in place of an action's. */
  public static final long ALL_ACTIONS = 0;

  /** A pause no longer than this belongs to a session. */
  public static final long SHORT_PAUSE_MILLIS = 10 * 60_000L;

  /** A burst must not teach, by its own many actions, that bursts are usual. */
  private static final long RATED_EVERY_MILLIS = 60_000;

  private static final double RATE_MEMORY_MILLIS = 10 * 60_000.0;

  private static final long DAY_MILLIS = 86_400_000L;
  private static final double MATURE_ACTIONS = 200;
  private static final double MATURE_DAYS = 7;

  private final BaselineSettings settings;
  private final ConditionalCounts[] counts;
  final LruMap<DecayedMoments> bytes;
  final LruMap<RunningRisk> sessions;
  final Probation probation;
  DecayedMoments rate = new DecayedMoments();
  long landmark;
  long firstSeen;
  long lastSeen = Long.MIN_VALUE;
  long actions;
  double rateLevel;
  long ratedAt;
  DecayedMoments pauses = new DecayedMoments();
  long tidiedDay;

  /** A baseline that knows nothing. */
  public Baseline(BaselineSettings settings) {
    this.settings = settings;
    this.counts = new ConditionalCounts[Dimension.values().length];
    for (Dimension dimension : Dimension.values()) {
      counts[dimension.ordinal()] =
          new ConditionalCounts(
              dimension.timed(),
              dimension.labelled(),
              settings.maxContexts(),
              settings.maxValues());
    }
    this.bytes = new LruMap<>(settings.maxContexts());
    this.sessions = new LruMap<>(settings.maxSessions());
    this.probation = new Probation(settings.maxValues());
  }

  /** Learns from one sensitive action, and puts its resource on {@link Probation} if it is new. */
  public void learnSensitive(Observation seen) {
    boolean isNew = !isYoung(seen.action().timeMillis()) && !isKnown(seen);
    probation.note(seen.thingKey(), seen.day(), isNew);
    learn(seen);
    int minute = seen.minute();
    double growth = growth(seen.action().timeMillis());
    seen.resourceCoOccurrences(
        (dimension, context, value, label) ->
            counts(dimension).open(context).add(value, label, growth, minute));
  }

  /**
   * Whether doing this to this resource counts as usual, as far as it was done.
   *
   * @param thing see {@link Observation#thingKey}
   */
  public boolean vouchesFor(long thing) {
    return !probation.holds(thing);
  }

  /**
   * Has this thing count as usual from now on, as far as it was done: it leaves {@link Probation}.
   *
   * @param thing see {@link Observation#thingKey}
   */
  public void acquit(long thing) {
    probation.release(thing);
  }

  /** Has what was done here count as new, however often it was done: its probation begins again. */
  public void convict(Observation seen) {
    probation.restart(seen.thingKey(), seen.day());
  }

  private boolean isYoung(long time) {
    return actions == 0 || time - firstSeen < Probation.WARM_UP_DAYS * DAY_MILLIS;
  }

  private boolean isKnown(Observation seen) {
    DecayedCounts resources = counts(Dimension.RESOURCE).in(seen.actionKey());
    return resources != null && resources.slotOf(seen.resourceKey()) >= 0;
  }

  /** Learns from one action. Actions may come out of order. */
  public void learn(Observation seen) {
    long time = seen.action().timeMillis();
    if (actions == 0) {
      landmark = time;
      firstSeen = time;
    }
    forgetOnceADay(time);
    if (exponent(time) > MAX_EXPONENT) {
      moveLandmark(time);
    }
    double growth = growth(time);
    int minute = seen.minute();
    Visit count =
        (dimension, context, value, label) ->
            counts(dimension).open(context).add(value, label, growth, minute);
    seen.values(count);
    seen.coOccurrences(count);
    learnVolume(seen, growth);
    learnPause(time, growth);
    learnRate(time, growth);
    actions++;
    firstSeen = Math.min(firstSeen, time);
    lastSeen = Math.max(lastSeen, time);
  }

  /** The counts of a dimension. */
  public ConditionalCounts counts(Dimension dimension) {
    return counts[dimension.ordinal()];
  }

  /** 1 / g(time): what turns stored weights into counts as of {@code timeMillis}. */
  public double scale(long timeMillis) {
    return 1 / growth(timeMillis);
  }

  /** Moments of ln(1 + bytes) for this action; {@code null} if it never moved any. */
  public DecayedMoments bytesOf(long actionKey) {
    return bytes.get(actionKey);
  }

  /**
   * Moments of ln(1 + bytes) to hold this action against: its own, or those of all actions together
   * while it was seen fewer than {@value #FEWEST} times.
   *
   * @return {@code null} if the agent never moved any data
   */
  public DecayedMoments usualBytes(long actionKey, double scale) {
    DecayedMoments own = bytes.get(actionKey);
    return own != null && own.count(scale) >= FEWEST ? own : bytes.get(ALL_ACTIONS);
  }

  /** Moments of ln(rate level), see {@link #rateLevelAt}. */
  public DecayedMoments rate() {
    return rate;
  }

  /**
   * Actions in about the last ten minutes, this one included: a counter that fades by 1/e in ten.
   */
  public double rateLevelAt(long timeMillis) {
    double elapsed = Math.max(0, timeMillis - lastSeen);
    return rateLevel * Math.exp(-elapsed / RATE_MEMORY_MILLIS) + 1;
  }

  /** Moments of ln(minutes) over the pauses longer than {@link #SHORT_PAUSE_MILLIS}. */
  public DecayedMoments pauses() {
    return pauses;
  }

  /** Milliseconds from the latest action to {@code timeMillis}; 0 for a first or late action. */
  public long pauseBefore(long timeMillis) {
    return actions == 0 ? 0 : Math.max(0, timeMillis - lastSeen);
  }

  /** How risky this session was before now. */
  public SessionRisk sessionRisk(String sessionId) {
    RunningRisk risk = sessions.get(Hash64.of(sessionId));
    return risk == null ? SessionRisk.NONE : risk.now();
  }

  /** Notes how risky the session has become. */
  public void noteSessionRisk(String sessionId, SessionRisk risk) {
    long key = Hash64.of(sessionId);
    RunningRisk running = sessions.get(key);
    if (running == null) {
      running = new RunningRisk();
      sessions.put(key, running);
    }
    running.set(risk);
  }

  /** How far the warm-up has come, in [0, 1]: 200 actions over 7 days are a full baseline. */
  public double maturity() {
    if (actions == 0) {
      return 0;
    }
    double days = (lastSeen - firstSeen) / (double) DAY_MILLIS;
    return Math.min(1, Math.min(actions / MATURE_ACTIONS, days / MATURE_DAYS));
  }

  /** Number of actions learnt. */
  public long actions() {
    return actions;
  }

  /** Event time of the first action, in milliseconds. */
  public long firstSeen() {
    return firstSeen;
  }

  /** Event time of the latest action, in milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastSeen() {
    return lastSeen;
  }

  private double growth(long time) {
    return Math.pow(2, Math.max(MIN_EXPONENT, exponent(time)));
  }

  private double exponent(long time) {
    return (time - landmark) / (double) settings.halfLifeMillis();
  }

  private void learnPause(long time, double growth) {
    long pause = pauseBefore(time);
    if (pause > SHORT_PAUSE_MILLIS) {
      pauses.add(Math.log(pause / 60_000.0), growth);
    }
  }

  private void learnVolume(Observation seen, double growth) {
    Long moved = seen.action().bytes();
    if (moved != null) {
      double level = Math.log1p(moved);
      learnVolume(seen.actionKey(), level, growth);
      learnVolume(ALL_ACTIONS, level, growth);
    }
  }

  private void learnVolume(long action, double level, double growth) {
    DecayedMoments moved = bytes.get(action);
    if (moved == null) {
      moved = new DecayedMoments();
      bytes.put(action, moved);
    }
    moved.add(level, growth);
  }

  private void learnRate(long time, double growth) {
    rateLevel = rateLevelAt(time);
    if (time - ratedAt >= RATED_EVERY_MILLIS) {
      ratedAt = time;
      rate.add(Math.log(rateLevel), growth);
    }
  }

  private void forgetOnceADay(long time) {
    if (Math.floorDiv(time, DAY_MILLIS) <= tidiedDay) {
      return;
    }
    tidiedDay = Math.floorDiv(time, DAY_MILLIS);
    probation.forgetBefore(Math.floorDiv(time - settings.lookBackMillis(), DAY_MILLIS));
    int oldest = (int) Math.floorDiv(time - settings.lookBackMillis(), 60_000L);
    for (Dimension dimension : Dimension.values()) {
      if (dimension.timed()) {
        counts(dimension).forgetBefore(oldest);
      }
    }
  }

  private void moveLandmark(long time) {
    double factor = growth(time);
    for (ConditionalCounts each : counts) {
      each.rescale(factor, SPENT);
    }
    bytes.forEach((action, moments) -> moments.rescale(factor));
    rate.rescale(factor);
    pauses.rescale(factor);
    landmark = time;
  }
}
