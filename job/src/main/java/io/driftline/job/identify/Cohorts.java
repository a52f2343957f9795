package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;

/** Who is a peer of whom: agents of one kind and declared purpose. */
public final class Cohorts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN = "unknown";
  private static final int LONGEST_PURPOSE = 100;

  private final HashMap<String, String> byAgent = new HashMap<>();

  private Cohorts() {}

  /** Cohorts by kind and purpose as registered; agents not registered go by the kind they state. */
  public static Cohorts of(List<AgentRecord> registry) {
    Cohorts cohorts = new Cohorts();
    for (AgentRecord agent : registry) {
      cohorts.byAgent.put(agent.agentId(), of(agent));
    }
    return cohorts;
  }

  /** The cohort of an agent by its record. */
  public static String of(AgentRecord record) {
    return name(record.kind(), record.purpose());
  }

  /** The cohort of the agent that did {@code action}, for example {@code personal/sales}. */
  public String of(AgentAction action) {
    String registered = byAgent.get(action.agentId());
    return registered != null ? registered : name(action.agent().kind(), null);
  }

  /** Whether an agent is registered. */
  public boolean contains(String agentId) {
    return byAgent.containsKey(agentId);
  }

  /** Number of agents registered. */
  public int registered() {
    return byAgent.size();
  }

  private static String name(AgentKind kind, String purpose) {
    String stated = purpose == null ? UNKNOWN : purpose;
    return (kind == null ? UNKNOWN : kind.code())
        + "/"
        + stated.substring(0, Math.min(LONGEST_PURPOSE, stated.length()));
  }
}
