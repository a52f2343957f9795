package io.driftline.job.cli.backtest;

import java.util.Objects;

/**
 * An agent that acted.
 *
 * @param id the agent
 * @param cohort its peers when it was first seen
 */
record SeenAgent(String id, String cohort) {

  SeenAgent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(cohort, "cohort");
  }
}
