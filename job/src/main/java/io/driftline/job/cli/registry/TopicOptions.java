package io.driftline.job.cli.registry;

import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the registry is. */
final class TopicOptions {

  @Option(
      names = "--agents-topic",
      defaultValue = "agent-registry",
      paramLabel = "TOPIC",
      description = "topic of agents, keyed by agent id (default: ${DEFAULT-VALUE})")
  private String agentsTopic;

  @Option(
      names = "--people-topic",
      defaultValue = "people-registry",
      paramLabel = "TOPIC",
      description = "topic of people, keyed by user id (default: ${DEFAULT-VALUE})")
  private String peopleTopic;

  @Mixin private BrokerOptions brokers;

  /**
   * Connects to the brokers.
   *
   * @throws CommandFailure if the options cannot be meant
   */
  RegistryTopics connect() {
    if (agentsTopic.equals(peopleTopic)) {
      throw new CommandFailure(
          "agents and people cannot share the topic " + agentsTopic, "give them one each");
    }
    return new RegistryTopics(
        brokers.servers(),
        brokers.client(),
        Map.of(Subject.AGENT, agentsTopic, Subject.USER, peopleTopic));
  }
}
