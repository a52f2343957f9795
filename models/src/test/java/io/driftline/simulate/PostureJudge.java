package io.driftline.simulate;

import static io.driftline.posture.PostureRule.*;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Requester;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges everything that ever happened, and all that was ever registered, by what the rules mean:
 * all in memory, and as plainly as possible.
 */
final class PostureJudge {

  /** What is found. */
  record Found(PostureRule rule, String agentId, FindingSubject subject) {}

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long REVIEW = 30 * DAY;
  private static final long AGENT_DORMANT = 7 * DAY;
  private static final long SHARED = 30 * DAY;

  private final List<AgentAction> activity;
  private final long end;
  private final long unused;
  private final long dormant;
  private final Map<String, NavigableMap<Long, AgentRecord>> agents = new HashMap<>();
  private final Map<String, NavigableMap<Long, UserRecord>> users = new HashMap<>();
  private final Map<Found, Long> found = new LinkedHashMap<>();

  PostureJudge(List<AgentAction> activity, Instant end, int unusedGrantDays, int dormantDays) {
    this.activity = activity;
    this.end = end.toEpochMilli();
    this.unused = unusedGrantDays * DAY;
    this.dormant = dormantDays * DAY;
  }

  void registered(RegistryChange change) {
    if (change.subject() == RegistryChange.Subject.AGENT) {
      put(agents, change, change.agent());
    } else {
      put(users, change, change.user());
    }
  }

  private static <T> void put(
      Map<String, NavigableMap<Long, T>> histories, RegistryChange change, T record) {
    histories.computeIfAbsent(change.id(), id -> new TreeMap<>()).put(change.time(), record);
  }

  /** All that is found, with the earliest time of each. */
  Map<Found, Long> judge() {
    agents.forEach(this::judgeRecords);
    activity.forEach(this::judgeAction);
    judgeSilences();
    judgeCredentials();
    return found;
  }

  private void find(PostureRule rule, String agent, FindingSubject subject, long time) {
    if (time < end) {
      found.merge(new Found(rule, agent, subject), time, Math::min);
    }
  }

  // What is so without any action.

  private void judgeRecords(String id, NavigableMap<Long, AgentRecord> versions) {
    versions.forEach(
        (from, record) -> {
          Long next = versions.higherKey(from);
          if (record != null) {
            judgeOwner(record, from, next == null ? end : next);
            judgeGrants(record, from, next == null ? end : next);
          }
        });
    judgeUse(id, versions);
  }

  private void judgeOwner(AgentRecord record, long from, long to) {
    if (record.owner() == null) {
      find(OWNERLESS_AGENT, record.agentId(), FindingSubject.AGENT, from);
      return;
    }
    List<Long> moments = new ArrayList<>(List.of(from));
    moments.addAll(users.getOrDefault(record.owner(), new TreeMap<>()).keySet());
    for (long moment : moments) {
      UserRecord owner = user(record.owner(), moment);
      if (moment >= from && moment < to && (owner == null || !owner.isActive())) {
        FindingSubject subject = FindingSubject.ofUser(record.owner());
        find(OWNER_NOT_ACTIVE, record.agentId(), subject, moment);
      }
    }
  }

  private void judgeGrants(AgentRecord record, long from, long to) {
    for (Grant grant : record.grants()) {
      long overdue = Math.max(from, grant.lastLookedAt().toEpochMilli() + REVIEW);
      boolean ends = grant.expires() != null;
      long expired = ends ? Math.max(from, grant.expires().toEpochMilli()) : Long.MAX_VALUE;
      if (expired < to) {
        find(GRANT_EXPIRED, record.agentId(), right(grant), expired);
      }
      if (overdue < Math.min(to, expired)) {
        find(REVIEW_OVERDUE, record.agentId(), right(grant), overdue);
      }
    }
  }

  /** Walks through each version, and notes for each right since when it is held and not used. */
  private void judgeUse(String id, NavigableMap<Long, AgentRecord> versions) {
    Map<FindingSubject, Long> since = new HashMap<>();
    versions.forEach(
        (from, record) -> {
          Long next = versions.higherKey(from);
          long to = next == null ? end : next;
          List<Grant> grants = record == null ? List.of() : record.grants();
          since.keySet().retainAll(grants.stream().map(PostureJudge::right).toList());
          for (Grant grant : grants) {
            long last =
                since.getOrDefault(right(grant), Math.max(from, grant.granted().toEpochMilli()));
            for (long use : uses(id, grant, from, to)) {
              check(id, grant, last, use);
              last = use;
            }
            check(id, grant, last, to);
            since.put(right(grant), last);
          }
        });
  }

  private void check(String id, Grant grant, long last, long until) {
    boolean holds = grant.holdsAt(Instant.ofEpochMilli(last + unused));
    if (last + unused < until && holds) {
      find(UNUSED_GRANT, id, right(grant), last + unused);
    }
  }

  private List<Long> uses(String id, Grant grant, long from, long to) {
    return activity.stream()
        .filter(action -> action.agentId().equals(id))
        .filter(action -> grant.right().covers(action.system(), action.permission()))
        .map(AgentAction::timeMillis)
        .filter(time -> time >= from && time < to)
        .toList();
  }

  // What is shown by an action.

  private void judgeAction(AgentAction action) {
    AgentRecord record = agent(action.agentId(), action.timeMillis());
    if (record == null) {
      find(UNREGISTERED_AGENT, action, FindingSubject.AGENT);
    } else {
      judgeRights(action, record);
      judgeInvoker(action, record);
      judgeCredential(action, record);
    }
    if (action.requester() == null || action.outcome() == null) {
      find(INCOMPLETE_RECORD, action, FindingSubject.ofRight(action.system(), null));
    }
    judgeAuthority(action);
    judgeChain(action);
  }

  private void judgeRights(AgentAction action, AgentRecord record) {
    if (!record.systems().contains(action.system())) {
      find(OUTSIDE_PURPOSE, action, FindingSubject.ofRight(action.system(), null));
    }
    if (!record.isGranted(action.system(), action.permission(), action.time())) {
      boolean expired =
          record.grants().stream()
              .filter(grant -> grant.right().covers(action.system(), action.permission()))
              .anyMatch(grant -> grant.hasExpiredAt(action.time()));
      find(expired ? EXPIRED_GRANT_USED : NO_GRANT, action, right(action));
    }
    if (record.kind() == AgentKind.PERSONAL) {
      UserRecord owner = user(record.owner(), action.timeMillis());
      if (owner != null && !owner.isEntitled(action.system(), action.permission())) {
        FindingSubject use =
            FindingSubject.ofUse(record.owner(), action.system(), action.permission());
        find(BEYOND_OWNER, action, use);
      }
    }
  }

  private void judgeInvoker(AgentAction action, AgentRecord record) {
    for (String asking : askedBy(action)) {
      if (!record.mayBeInvokedBy(asking)) {
        find(INVOKER_NOT_ALLOWED, action, FindingSubject.ofUser(asking));
      }
    }
  }

  /** Strict: both who is named and who called must be allowed. */
  private static Set<String> askedBy(AgentAction action) {
    Set<String> asking = new TreeSet<>();
    if (action.requester() != null) {
      asking.add(action.requester().id());
    }
    if (action.parentAgentId() != null) {
      asking.add(action.parentAgentId());
    }
    return asking;
  }

  private void judgeCredential(AgentAction action, AgentRecord record) {
    if (record.credential(action.credential().id()) == null) {
      find(UNKNOWN_CREDENTIAL, action, credential(action));
    }
  }

  private void judgeAuthority(AgentAction action) {
    Requester first = firstRequester(action);
    if (first == null || first.type() != Requester.Type.USER) {
      return;
    }
    UserRecord user = user(first.id(), action.timeMillis());
    if (user == null) {
      throw new AssertionError("nobody knows who asked for " + action);
    }
    FindingSubject use = FindingSubject.ofUse(first.id(), action.system(), action.permission());
    if (!user.isActive()) {
      find(REQUESTER_NOT_ACTIVE, action, FindingSubject.ofUser(first.id()));
    } else if (!user.isEntitled(action.system(), action.permission())) {
      find(AUTHORITY_BYPASS, action, use);
    }
  }

  /** Follows the calls of a trace back to where they began. */
  private Requester firstRequester(AgentAction action) {
    if (action.parentAgentId() == null) {
      return action.requester();
    }
    return activity.stream()
        .filter(other -> other.agentId().equals(action.parentAgentId()))
        .filter(other -> action.traceId().equals(other.traceId()))
        .filter(other -> other.timeMillis() <= action.timeMillis())
        .findFirst()
        .map(this::firstRequester)
        .orElseThrow(() -> new AssertionError("no call leads to " + action));
  }

  private void judgeChain(AgentAction action) {
    String parent = action.parentAgentId();
    if (parent != null) {
      AgentRecord caller = agent(parent, action.timeMillis());
      if (caller != null
          && !caller.isGranted(action.system(), action.permission(), action.time())) {
        find(
            WIDENED_CHAIN,
            action,
            FindingSubject.ofChain(parent, action.system(), action.permission()));
      }
    }
  }

  // What is shown by doing nothing for long.

  private void judgeSilences() {
    Map<String, Long> last = new HashMap<>();
    Map<String, Long> longest = new HashMap<>();
    for (AgentAction action : activity) {
      long silence = action.timeMillis() - last.getOrDefault(action.agentId(), action.timeMillis());
      if (silence >= Math.max(AGENT_DORMANT, 3 * longest.getOrDefault(action.agentId(), 0L))) {
        find(DORMANT_AGENT_USED, action, FindingSubject.AGENT);
      }
      longest.merge(action.agentId(), silence, Math::max);
      last.put(action.agentId(), action.timeMillis());
    }
  }

  // Credentials, over all agents.

  private void judgeCredentials() {
    Map<String, List<AgentAction>> byCredential = new TreeMap<>();
    activity.forEach(
        action ->
            byCredential
                .computeIfAbsent(action.credential().id(), id -> new ArrayList<>())
                .add(action));
    byCredential.values().forEach(this::judgeUses);
  }

  private void judgeUses(List<AgentAction> uses) {
    boolean shared = false;
    for (int i = 0; i < uses.size(); i++) {
      AgentAction use = uses.get(i);
      if (i > 0 && use.timeMillis() - uses.get(i - 1).timeMillis() >= dormant) {
        find(DORMANT_CREDENTIAL_USED, use, credential(use));
      }
      shared = shared || judgeShared(use, uses.subList(0, i));
      if (isRotated(use)) {
        find(ROTATED_CREDENTIAL_USED, use, credential(use));
      }
    }
  }

  private boolean judgeShared(AgentAction use, List<AgentAction> earlier) {
    Optional<String> other =
        earlier.stream()
            .filter(before -> use.timeMillis() - before.timeMillis() < SHARED)
            .map(AgentAction::agentId)
            .filter(agent -> !agent.equals(use.agentId()))
            .findFirst();
    other.ifPresent(
        first ->
            find(
                SHARED_CREDENTIAL,
                use,
                new FindingSubject(null, null, null, use.credential().id(), first)));
    return other.isPresent();
  }

  private boolean isRotated(AgentAction use) {
    return agents.values().stream()
        .map(versions -> versions.floorEntry(use.timeMillis()))
        .filter(version -> version != null && version.getValue() != null)
        .map(version -> version.getValue().credential(use.credential().id()))
        .anyMatch(
            each -> each != null && each.rotated() != null && !use.time().isBefore(each.rotated()));
  }

  // Small things.

  private void find(PostureRule rule, AgentAction action, FindingSubject subject) {
    find(rule, action.agentId(), subject, action.timeMillis());
  }

  private AgentRecord agent(String id, long time) {
    return at(agents.get(id), time);
  }

  private UserRecord user(String id, long time) {
    return at(users.get(id), time);
  }

  private static <T> T at(NavigableMap<Long, T> versions, long time) {
    Map.Entry<Long, T> version = versions == null ? null : versions.floorEntry(time);
    return version == null ? null : version.getValue();
  }

  private static FindingSubject right(Grant grant) {
    return FindingSubject.ofRight(grant.right().system(), grant.right().permission());
  }

  private static FindingSubject right(AgentAction action) {
    return FindingSubject.ofRight(action.system(), action.permission());
  }

  private static FindingSubject credential(AgentAction action) {
    return FindingSubject.ofCredential(action.credential().id());
  }
}
