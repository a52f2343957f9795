package io.driftline.job.cli.forward;

import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CtrlC;
import io.driftline.job.cli.Progress;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.topic.KafkaCheck;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline forward}. */
@Command(
    name = "forward",
    description = {
      "Post each incident to a webhook, until Ctrl-C.",
      "",
      "At least once, and those of one agent in order. What cannot be delivered goes to a topic"
          + " of dead letters. See docs/forwarding.md.",
      ""
    })
public final class ForwardCommand implements Callable<Integer> {

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "what to forward, of incident, anomaly, drift and finding (default: incident)")
  private Set<Kind> kinds = Set.of();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "a topic to forward besides or instead. May be repeated")
  private List<String> topics = List.of();

  @Option(
      names = "--group",
      defaultValue = "driftline-forward",
      paramLabel = "ID",
      description = "consumer group that remembers what is done (default: ${DEFAULT-VALUE})")
  private String group;

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      description =
          "for what cannot be delivered"
              + " (default: <driftline.kafka.output-prefix>.forward-dead-letter)")
  private String deadLetterTopic;

  @Mixin private WebhookOptions webhookOptions;

  @Mixin private DeliveryOptions deliveryOptions;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    deliveryOptions.requireSound();
    Configuration config = brokers.configuration();
    Webhook webhook = webhookOptions.webhook();
    Sender sender =
        new HttpSender(
            webhook, webhookOptions.headers(), deliveryOptions.timeout(), InstantSource.system());
    Set<String> sources = sources(OutputTopics.of(config));
    String deadLetters = deadLetters(OutputTopics.of(config));
    Properties client = brokers.client();
    prepareTopics(client, sources, deadLetters);
    client.put("bootstrap.servers", brokers.servers());
    out().println(announcement(sources, webhook, deadLetters));
    try (CtrlC ctrlC = CtrlC.watch()) {
      forward(sender, sources, deadLetters, client, ctrlC);
    }
    return 0;
  }

  private void forward(
      Sender sender, Set<String> sources, String deadLetterTopic, Properties client, CtrlC ctrlC)
      throws InterruptedException {
    Mailbox mailbox = new Mailbox();
    InstantSource clock = InstantSource.system();
    try (KafkaDeadLetters deadLetters = new KafkaDeadLetters(client, deadLetterTopic);
        Consumer<byte[], byte[]> consumer = consumer(client);
        Progress progress = Progress.onStderr("forwarding")) {
      Forwarder forwarder =
          new Forwarder(
              sender,
              deadLetters,
              deliveryOptions.concurrency(),
              Backoff.usual(new SecureRandom()),
              deliveryOptions.patience(),
              clock,
              mailbox);
      new Forwarding(consumer, forwarder, mailbox, progress, clock).run(sources, ctrlC::pressed);
      progress.close();
      out().println(forwarder.tally());
    }
  }

  private Set<String> sources(OutputTopics outputs) {
    Set<String> sources = new LinkedHashSet<>(topics);
    kinds.forEach(kind -> sources.add(kind.topic(outputs)));
    return sources.isEmpty() ? Set.of(Kind.INCIDENT.topic(outputs)) : sources;
  }

  private String deadLetters(OutputTopics outputs) {
    return deadLetterTopic == null ? outputs.prefix() + ".forward-dead-letter" : deadLetterTopic;
  }

  private void prepareTopics(Properties client, Set<String> sources, String deadLetters) {
    if (sources.contains(deadLetters)) {
      throw new CommandFailure(
          "topic " + deadLetters + " would be forwarded to itself",
          "name another with --dead-letter-topic");
    }
    try (KafkaCheck kafka = KafkaCheck.connect(brokers.servers(), client)) {
      sources.forEach(topic -> kafka.requireTopic(topic, "--topic"));
      kafka
          .createMissing(List.of(deadLetters))
          .forEach(topic -> out().println("created topic " + topic));
    }
  }

  private Consumer<byte[], byte[]> consumer(Properties client) {
    Properties settings = new Properties();
    settings.put("auto.offset.reset", "earliest");
    settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    settings.putAll(client);
    settings.put("group.id", group);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private String announcement(Set<String> sources, Webhook webhook, String deadLetters) {
    return """
        forwarding    %s of %s
        to            %s
        dead letters  %s
        Ctrl-C ends it"""
        .formatted(String.join(", ", sources), brokers.servers(), webhook, deadLetters);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
