package io.driftline.posture;

import io.driftline.activity.Requester;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which agent called which within one trace, and who asked the first one. Of each agent the
 * earliest call is kept, so that the order in which calls become known makes no difference; of all
 * agents, the {@value #MOST_AGENTS} that were called first. Not thread-safe.
 */
public final class CallTree {

  /** Most agents kept; a trace with more is no request but a loop, or a badly chosen id. */
  public static final int MOST_AGENTS = 64;

  /** By the agent that was called. */
  final TreeMap<String, Call> calls = new TreeMap<>();

  long lastUsed = Long.MIN_VALUE;

  /** Takes in what one action says. */
  public void note(Call call) {
    lastUsed = Math.max(lastUsed, call.time());
    if (call.saysSomething()) {
      Call kept = call.isByItself() ? withoutCaller(call) : call;
      calls.merge(call.agentId(), kept, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      if (calls.size() > MOST_AGENTS) {
        calls.remove(Collections.max(calls.values()).agentId());
      }
    }
  }

  /**
   * Follows a call back to whoever asked first.
   *
   * @param call what the action in question says; need not have been noted
   * @param asOf calls of later actions are ignored, epoch milliseconds
   */
  public TracedCall trace(Call call, long asOf) {
    Deque<String> chain = new ArrayDeque<>();
    Set<String> met = new HashSet<>();
    Requester requester = call.requester();
    Call at = call;
    while (at != null && at.isDelegated() && met.add(at.callerId())) {
      if (!at.isByItself()) {
        chain.addFirst(at.callerId());
      }
      at = callOf(at.callerId(), asOf);
      requester = requester != null || at == null ? requester : at.requester();
    }
    boolean complete = at != null && !at.isDelegated();
    return new TracedCall(
        new Authority(AuthorityVerdict.UNKNOWN, requester, List.copyOf(chain)), complete);
  }

  /** Time of the latest action noted, epoch milliseconds; {@link Long#MIN_VALUE} if none was. */
  public long lastUsed() {
    return lastUsed;
  }

  private Call callOf(String agentId, long asOf) {
    Call call = calls.get(agentId);
    return call == null || call.time() > asOf ? null : call;
  }

  private static Call withoutCaller(Call call) {
    return new Call(call.agentId(), null, call.requester(), call.time());
  }
}
