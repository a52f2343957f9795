package io.driftline.job.bench;

import io.driftline.activity.AgentAction;

/** A detector that sees the actions of one cohort in order of event time. */
interface Peer {

  /**
   * How anomalous an action is, from what was learnt of those before it.
   *
   * @param vector bits by feature ordinal; not changed
   * @return finite; higher is more anomalous, only the order matters
   */
  double score(AgentAction action, double[] vector);

  /** Learns from an action, after it was scored. */
  void learn(AgentAction action, double[] vector);
}
