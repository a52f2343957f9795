package io.driftline.job.cli.bench;

import java.util.Objects;

/**
 * What a pipeline under test needs to know.
 *
 * @param bootstrapServers the broker
 * @param inputTopic holds {@code agent-activity} v1 events, all of them already there
 * @param runId differs from run to run: use it in transactional ids and group ids
 */
public record BenchSetup(String bootstrapServers, String inputTopic, String runId) {

  public BenchSetup {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    Objects.requireNonNull(inputTopic, "inputTopic");
    Objects.requireNonNull(runId, "runId");
  }
}
