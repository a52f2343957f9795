package io.driftline.job.bench;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule that needs no model: 1 if the agent uses this permission for the first time, or does
 * this in this place for the first time, else 0.
 */
final class FirstSeenRule implements Peer {

  private final Set<List<String>> permissions = new HashSet<>();
  private final Set<List<String>> places = new HashSet<>();

  @Override
  public double score(AgentAction action, double[] vector) {
    return permissions.contains(permission(action)) && places.contains(place(action)) ? 0 : 1;
  }

  @Override
  public void learn(AgentAction action, double[] vector) {
    permissions.add(permission(action));
    places.add(place(action));
  }

  private static List<String> permission(AgentAction action) {
    return Arrays.asList(action.agentId(), action.permission());
  }

  private static List<String> place(AgentAction action) {
    return Arrays.asList(
        action.agentId(), action.system(), action.action(), Scope.of(action.resource()));
  }
}
