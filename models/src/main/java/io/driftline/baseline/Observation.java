package io.driftline.baseline;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;

/**
 * One action as the baselines see it: fingerprints of its values and of the contexts they are
 * counted in, computed once.
 */
public final class Observation {

  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final long MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;

  /** The epoch began on a Thursday, the fourth day of the week. */
  private static final int EPOCH_WEEKDAY = 3;

  private static final int WORKING_DAYS = 5;
  private static final String[] HOURS = hours();
  private static final long[] HOUR_KEYS = keys(HOURS);

  private final AgentAction action;
  private final SessionContext session;
  private final String scope;
  private final String network;
  private final String requester;
  private final String credential;
  private final long systemKey;
  private final long actionKey;
  private final long permissionKey;
  private final long resourceKey;
  private final long scopeKey;
  private final long stepKey;
  private final long thingKey;
  private final long requesterKey;
  private final long credentialKey;
  private final long networkKey;
  private final int hour;

  private Observation(AgentAction action, SessionContext session) {
    this.action = action;
    this.session = session;
    this.scope = Scope.of(action.resource());
    this.network = Network.of(action.sourceIp());
    this.requester = action.requester() == null ? null : action.requester().id();
    this.credential = action.credential() == null ? null : action.credential().id();
    this.systemKey = Hash64.of(action.system());
    this.actionKey = Hash64.pair(systemKey, Hash64.of(action.action()));
    this.permissionKey = Hash64.of(action.permission());
    this.resourceKey = Hash64.of(action.resource());
    this.scopeKey = Hash64.of(scope);
    this.stepKey = Hash64.pair(actionKey, scopeKey);
    this.thingKey = Hash64.pair(actionKey, resourceKey);
    this.requesterKey = Hash64.of(requester);
    this.credentialKey = Hash64.of(credential);
    this.networkKey = Hash64.of(network);
    this.hour = hourOf(action);
  }

  /** The facts of {@code action} in its session. */
  public static Observation of(AgentAction action, SessionContext session) {
    return new Observation(action, session);
  }

  /** Fingerprint of what was done, which includes where: {@code delete} differs by system. */
  public static long actionKeyOf(AgentAction action) {
    return Hash64.pair(Hash64.of(action.system()), Hash64.of(action.action()));
  }

  /** Fingerprint of the (action, scope) step that the next action of the session follows. */
  public static long stepKeyOf(AgentAction action) {
    return Hash64.pair(actionKeyOf(action), Hash64.of(Scope.of(action.resource())));
  }

  /** Tells {@code visit} every value but the session's co-occurrences. */
  public void values(Visit visit) {
    visit.accept(Dimension.SYSTEM, 0, systemKey, action.system());
    visit.accept(Dimension.PERMISSION, 0, permissionKey, action.permission());
    visit.accept(Dimension.ACTION, 0, actionKey, action.action());
    visit.accept(Dimension.RESOURCE, actionKey, resourceKey, action.resource());
    visit.accept(Dimension.SCOPE, actionKey, scopeKey, scope);
    visit.accept(Dimension.STEP, 0, stepKey, null);
    visit.accept(Dimension.NEXT_STEP, session.previousStep(), stepKey, null);
    visit.accept(Dimension.REQUESTER, 0, requesterKey, requester);
    visit.accept(Dimension.CREDENTIAL, 0, credentialKey, credential);
    visit.accept(Dimension.NETWORK, 0, networkKey, network);
    visit.accept(Dimension.OUTCOME, actionKey, outcomeKey(), outcomeLabel());
    visit.accept(Dimension.HOUR, 0, HOUR_KEYS[hour], HOURS[hour]);
  }

  /** Tells {@code visit} this step once for every recent step of the session. */
  public void coOccurrences(Visit visit) {
    for (long recent : session.recentSteps()) {
      visit.accept(Dimension.CO_OCCURRENCE, recent, stepKey, null);
    }
  }

  /** Tells {@code visit} what was done to which resource, for every recent step of the session. */
  public void resourceCoOccurrences(Visit visit) {
    for (long recent : session.recentSteps()) {
      visit.accept(Dimension.RESOURCE_CO_OCCURRENCE, recent, thingKey, null);
    }
  }

  /** The action itself. */
  public AgentAction action() {
    return action;
  }

  /** Where in its session it stands. */
  public SessionContext session() {
    return session;
  }

  /** Fingerprint of what was done. */
  public long actionKey() {
    return actionKey;
  }

  /** Fingerprint of the (action, scope) step. */
  public long stepKey() {
    return stepKey;
  }

  /** Fingerprint of what was done to which resource. */
  public long thingKey() {
    return thingKey;
  }

  /** Fingerprint of the resource. */
  long resourceKey() {
    return resourceKey;
  }

  /** The UTC day, counted from the epoch. */
  public long day() {
    return Math.floorDiv(action.timeMillis(), 24 * MILLIS_PER_HOUR);
  }

  /** Where the resource belongs; {@code null} without a resource. */
  public String scope() {
    return scope;
  }

  /** Event time in minutes since the epoch. */
  public int minute() {
    return (int) Math.floorDiv(action.timeMillis(), MILLIS_PER_MINUTE);
  }

  private long outcomeKey() {
    Outcome outcome = action.outcome();
    return outcome == null ? Hash64.ABSENT : outcome.ordinal();
  }

  private String outcomeLabel() {
    return action.outcome() == null ? null : action.outcome().code();
  }

  /** 0–23 on Monday to Friday, 24–47 on Saturday and Sunday, in UTC. */
  private static int hourOf(AgentAction action) {
    long hours = Math.floorDiv(action.timeMillis(), MILLIS_PER_HOUR);
    int weekday = Math.floorMod(Math.floorDiv(hours, 24) + EPOCH_WEEKDAY, 7);
    return Math.floorMod(hours, 24) + (weekday < WORKING_DAYS ? 0 : 24);
  }

  private static String[] hours() {
    String[] names = new String[48];
    for (int i = 0; i < names.length; i++) {
      names[i] = "%s %02d:00–%02d:59 UTC".formatted(i < 24 ? "weekday" : "weekend", i % 24, i % 24);
    }
    return names;
  }

  private static long[] keys(String[] names) {
    long[] keys = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] = Hash64.of(names[i]);
    }
    return keys;
  }
}
