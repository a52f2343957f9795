package io.driftline.relation;

import io.driftline.activity.AgentAction;
import io.driftline.registry.Authority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edges of one agent, at most so many; the one unused for longest goes first, and counts as new
 * when it comes back.
 */
public final class EdgeLog {

  private static final Comparator<Edge> BY_TIME =
      Comparator.comparingLong(Edge::firstSeen).thenComparing(Edge::id);

  final Map<Key, EdgeUse> uses = new LinkedHashMap<>();
  private final RelationLimits limits;
  long lastSeen = Long.MIN_VALUE;

  /** A log without an edge. */
  public EdgeLog(RelationLimits limits) {
    this.limits = limits;
  }

  /** What makes an edge, beside the agent. */
  record Key(Call call, String system) {}

  /**
   * Counts an action of the agent.
   *
   * @param authority with whose authority it was done; {@code null} where nobody judges that
   * @return the edge if it is new, {@code null} if not
   */
  public Edge add(AgentAction action, Authority authority) {
    Key key = new Key(Call.of(action, authority), action.system());
    EdgeUse use = uses.get(key);
    boolean isNew = use == null;
    if (isNew) {
      makeRoom();
      use = new EdgeUse();
      uses.put(key, use);
    }
    lastSeen = Math.max(lastSeen, action.timeMillis());
    use.add(action.permission(), action.timeMillis(), limits.permissions());
    return isNew ? told(action.agentId(), key, use, true) : null;
  }

  /** The edges that changed since they were told, in order of first sight, which tells them. */
  public List<Edge> tell(String agentId) {
    List<Edge> changed = new ArrayList<>();
    uses.forEach(
        (key, use) -> {
          if (use.changed) {
            changed.add(told(agentId, key, use, false));
          }
        });
    changed.sort(BY_TIME);
    return changed;
  }

  /** Whether no edge changed since it was told. */
  public boolean isTold() {
    return uses.values().stream().noneMatch(use -> use.changed);
  }

  /** All edges, in order of first sight. */
  public List<Edge> edges(String agentId) {
    List<Edge> all = new ArrayList<>();
    uses.forEach((key, use) -> all.add(use.edge(agentId, key.call(), key.system(), false)));
    all.sort(BY_TIME);
    return all;
  }

  /** Time of the latest action, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastSeen() {
    return lastSeen;
  }

  private static Edge told(String agentId, Key key, EdgeUse use, boolean isNew) {
    use.changed = false;
    return use.edge(agentId, key.call(), key.system(), isNew);
  }

  private void makeRoom() {
    if (uses.size() >= limits.edges()) {
      // Of several, the one that came first: the map keeps that order.
      uses.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().lastSeen()))
          .map(Map.Entry::getKey)
          .ifPresent(uses::remove);
    }
  }
}
