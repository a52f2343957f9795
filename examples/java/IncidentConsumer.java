import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Handles every incident record at least once, and a record that comes twice only once while it
 * runs. See examples/README.md for how to start it.
 *
 * <p>Arguments: HOST:PORT of a broker, then optionally the topic (driftline.incidents) and the
 * consumer group (incident-consumer).
 */
public final class IncidentConsumer {

  private static final String SCHEMA = "driftline.incident/1";
  private static final int INCIDENTS_REMEMBERED = 10_000;

  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * The highest number handled of each incident. Whoever opens tickets keeps it with the tickets, so
   * that it outlives a restart.
   */
  private final Map<String, Integer> handled =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > INCIDENTS_REMEMBERED;
        }
      };

  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println("usage: IncidentConsumer HOST:PORT [TOPIC [GROUP]]");
      System.exit(2);
    }
    String topic = arguments.length > 1 ? arguments[1] : "driftline.incidents";
    String group = arguments.length > 2 ? arguments[2] : "incident-consumer";
    new IncidentConsumer().run(settings(arguments[0], group), topic);
  }

  private static Properties settings(String brokers, String group) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", brokers);
    settings.setProperty("group.id", group);
    // A record counts only once the job's checkpoint has committed it.
    settings.setProperty("isolation.level", "read_committed");
    // Offsets are committed below, after the records have been handled.
    settings.setProperty("enable.auto.commit", "false");
    settings.setProperty("auto.offset.reset", "earliest");
    return settings;
  }

  private void run(Properties settings, String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      stopOnCtrlC(consumer);
      consumer.subscribe(List.of(topic));
      while (true) {
        ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
        records.forEach(this::take);
        if (!records.isEmpty()) {
          consumer.commitSync();
        }
      }
    } catch (WakeupException stopped) {
      // Records that were not committed come again.
    }
  }

  private static void stopOnCtrlC(KafkaConsumer<?, ?> consumer) {
    Thread worker = Thread.currentThread();
    Thread stop =
        new Thread(
            () -> {
              consumer.wakeup();
              try {
                worker.join(10_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(stop);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    JsonNode incident = incident(record);
    if (incident == null) {
      System.err.printf(
          "passed over: %s-%d@%d is no %s%n",
          record.topic(), record.partition(), record.offset(), SCHEMA);
      return;
    }
    String id = incident.path("id").asText();
    int number = incident.path("number").asInt();
    // Numbers of an incident only grow; where a budget held a record back, one is missing.
    if (number > handled.getOrDefault(id, 0)) {
      handle(id, number, incident);
      handled.put(id, number);
    }
  }

  /** The incident in a record; null if there is none that this program understands. */
  private JsonNode incident(ConsumerRecord<String, byte[]> record) {
    try {
      JsonNode json = record.value() == null ? null : mapper.readTree(record.value());
      return json != null && SCHEMA.equals(json.path("schema").asText()) ? json : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Here a ticket would be opened, changed or closed. Texts come from events: escape them. */
  private void handle(String id, int number, JsonNode incident) {
    System.out.printf(
        "%-7s #%d %s %-8s %s: %s%n",
        incident.path("change").asText(),
        number,
        id,
        incident.path("severity").asText(),
        printable(incident.path("agent").path("id").asText()),
        printable(incident.path("title").asText()));
    System.out.flush();
  }

  /** Whoever names a resource must not steer the terminal of those who look at it. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
