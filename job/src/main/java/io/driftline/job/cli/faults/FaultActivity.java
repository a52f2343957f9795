package io.driftline.job.cli.faults;

import io.driftline.activity.AgentAction;
import io.driftline.job.cli.cluster.BrokerProcess;
import io.driftline.job.cli.simulation.SimulationLines;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the agents of a simulated enterprise do, and what is registered of them. */
final class FaultActivity {

  static final String AGENTS = "faults.agents";
  static final String PEOPLE = "faults.people";

  private static final int FEWEST_AGENTS = 16;
  private static final int MOST_AGENTS = 1000;
  private static final int EVENTS_PER_AGENT = 1000;

  /** On weekends agents do less, and the last events made are left out. */
  private static final double MARGIN = 1.5;

  private static final Duration CLOSING_AFTER = Duration.ofDays(2);

  private final FaultSettings settings;
  private final SimulationSettings simulated;
  private final EnterpriseSimulator enterprise;

  FaultActivity(FaultSettings settings) {
    this.settings = settings;
    int agents =
        (int) Math.min(MOST_AGENTS, Math.max(FEWEST_AGENTS, settings.events() / EVENTS_PER_AGENT));
    this.simulated =
        SimulationSettings.defaults()
            .withSeed(settings.seed())
            .withDays(settings.days())
            .withAgents(agents)
            .withPeople(2 * agents)
            .withActionsPerAgentDay(MARGIN * settings.events() / agents / settings.days());
    this.enterprise = new EnterpriseSimulator(simulated);
  }

  /** A time by which all days of the activity are over and judged. */
  Instant closing() {
    return simulated.end().plus(CLOSING_AFTER);
  }

  /** Writes as many events as are asked for. */
  EventFile write(Path file) throws IOException {
    Iterator<AgentAction> actions = enterprise.stream().map(SimulatedAction::action).iterator();
    return EventFile.write(file, actions, settings.events(), settings.partitions());
  }

  /** Publishes what is registered to topics of their own, which it creates. */
  void register(BrokerProcess broker) throws Exception {
    broker.createTopic(AGENTS, 1, Map.of("retention.ms", "-1"));
    broker.createTopic(PEOPLE, 1, Map.of("retention.ms", "-1"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (RegistryChange change : enterprise.enterprise().declared()) {
        Future<?> unused = producer.send(record(change));
      }
    }
  }

  /** How many records {@link #register} publishes. */
  int registered() {
    return enterprise.enterprise().declared().size();
  }

  private static ProducerRecord<byte[], byte[]> record(RegistryChange change) {
    return new ProducerRecord<>(
        change.subject() == Subject.AGENT ? AGENTS : PEOPLE,
        change.id().getBytes(StandardCharsets.UTF_8),
        SimulationLines.changed(change));
  }
}
