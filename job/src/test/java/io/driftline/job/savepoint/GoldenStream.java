package io.driftline.job.savepoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a savepoint of the tests was made from, and what comes after it: one record per line, {@code
 * part topic key value}, in the order in which they are published. It lies beside its savepoint,
 * since a later release may simulate other enterprises.
 *
 * @param records all of them, part by part
 */
record GoldenStream(List<Message> records) {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant SAVED = START.plus(Duration.ofHours(10 * 24 + 13));
  static final Instant END = START.plus(Duration.ofDays(13));
  private static final int PURPOSES = 3;
  private static final int BUSY_AGENTS = 1;
  private static final double ACTIONS_PER_AGENT_DAY = 50;
  private static final double ATTACKS_FROM = 0.7;

  /**
   * One record of one topic.
   *
   * @param part 1 before the savepoint, 2 after it
   * @param value {@code null} for a removal
   */
  record Message(int part, String topic, String key, String value) {}

  /** A governed enterprise, and beside it one whose agents do enough to become warm. */
  static GoldenStream simulated() {
    List<Message> all = new ArrayList<>();
    GovernedEnterprise governed =
        new GovernedEnterprise(GovernanceSettings.defaults().withAgents(14));
    EnterpriseSimulator busy = new EnterpriseSimulator(busy());
    Set<String> leftOut = leftOut(governed);
    for (int part = 1; part <= 2; part++) {
      addRegistry(all, part, governed.registry(), leftOut);
      if (part == 1) {
        addBusyAgents(all, busyAgents(busy));
      }
      addControl(all, part);
      addActivity(
          all,
          part,
          governed.activity().stream().filter(each -> !leftOut.contains(each.agentId())).toList(),
          busy);
    }
    return new GoldenStream(all);
  }

  private static SimulationSettings busy() {
    return SimulationSettings.defaults()
        .withStart(START)
        .withDays(13)
        .withAgents(8)
        .withPeople(12)
        .withActionsPerAgentDay(ACTIONS_PER_AGENT_DAY)
        .withAttackFrom(ATTACKS_FROM);
  }

  private static int partOf(long time) {
    return time < SAVED.toEpochMilli() ? 1 : time < END.toEpochMilli() ? 2 : 3;
  }

  /** Agents of all purposes but a few, as the peers of each take a hundred kilobytes. */
  private static Set<String> leftOut(GovernedEnterprise governed) {
    Map<String, String> purposes = new TreeMap<>();
    governed.registry().stream()
        .filter(each -> each.agent() != null)
        .forEach(each -> purposes.put(each.id(), String.valueOf(each.agent().purpose())));
    Set<String> kept =
        purposes.values().stream().distinct().sorted().limit(PURPOSES).collect(Collectors.toSet());
    purposes.values().removeIf(kept::contains);
    return purposes.keySet();
  }

  /** Few, as each cohort with a model of its own takes some hundred kilobytes. */
  private static List<AgentRecord> busyAgents(EnterpriseSimulator busy) {
    return busy.enterprise().registry().subList(0, BUSY_AGENTS);
  }

  private static void addRegistry(
      List<Message> all, int part, List<RegistryChange> changes, Set<String> leftOut) {
    for (RegistryChange each : changes) {
      if (partOf(each.time()) == part && !leftOut.contains(each.id())) {
        Instant time = Instant.ofEpochMilli(each.time());
        RegistryEntry entry =
            new RegistryEntry(each.subject(), each.id(), time, each.agent(), each.user());
        all.add(message(part, entry));
      }
    }
  }

  private static void addBusyAgents(List<Message> all, List<AgentRecord> agents) {
    agents.forEach(agent -> all.add(message(1, RegistryEntry.agent(agent, START))));
  }

  private static Message message(int part, RegistryEntry entry) {
    String topic = entry.subject() == Subject.AGENT ? GoldenTopics.AGENTS : GoldenTopics.PEOPLE;
    return new Message(part, topic, entry.id(), new String(RegistryJson.write(entry), UTF_8));
  }

  /** Of each kind that leaves something in state one; the second part needs the first's version. */
  private static void addControl(List<Message> all, int part) {
    Stream<String> said =
        part == 1
            ? Stream.of(
                """
                {"type":"thresholds","version":1,"rules":[{"scope":"global","line":45}],\
                "by":"mara","reason":"test","from":"2026-01-05T00:00:00Z"}\
                """,
                """
                {"type":"thresholds","version":2,"rules":[{"scope":"global","line":5}],\
                "by":"mara","reason":"test","from":"2026-01-16T00:00:00Z"}\
                """,
                """
                {"type":"suppress","id":"s1","agent":"nobody-*","until":"2026-03-01T00:00:00Z",\
                "by":"mara","reason":"test"}\
                """,
                """
                {"type":"feedback","anomaly_id":"0123456789abcdef","agent_id":"a","system":"mail",\
                "action":"send_mail","permission":"mail:send","detector":"surprise",\
                "verdict":"false_positive","time":"2026-01-05T00:00:00Z","by":"mara","reason":"test"}\
                """,
                """
                {"type":"accept_drift","agent_id":"a","kind":"growth","dimension":"system"}\
                """,
                "{\"type\":\"unheard of\"}")
            : Stream.of(
                """
                {"type":"thresholds","version":1,"rules":[{"scope":"global","line":99}],\
                "by":"mara","reason":"comes too late"}\
                """,
                "{\"type\":\"unsuppress\",\"id\":\"s1\"}");
    said.forEach(each -> all.add(new Message(part, GoldenTopics.CONTROL, null, each)));
  }

  private static void addActivity(
      List<Message> all, int part, List<AgentAction> governed, EnterpriseSimulator busy) {
    Set<String> ids =
        busyAgents(busy).stream().map(AgentRecord::agentId).collect(Collectors.toSet());
    Stream<AgentAction> ofBusy =
        busy.stream().map(SimulatedAction::action).filter(each -> ids.contains(each.agentId()));
    Stream.concat(governed.stream(), ofBusy)
        .filter(action -> partOf(action.timeMillis()) == part)
        .sorted(
            Comparator.comparingLong(AgentAction::timeMillis).thenComparing(AgentAction::eventId))
        .forEach(
            action ->
                all.add(
                    new Message(
                        part,
                        GoldenTopics.ACTIVITY,
                        action.agentId(),
                        new String(AgentActionJson.write(action), UTF_8))));
    all.add(new Message(part, GoldenTopics.ACTIVITY, null, "no action"));
  }

  /** The records of one part to one of these topics. */
  List<Message> of(int part, List<String> topics) {
    return records.stream()
        .filter(each -> each.part() == part && topics.contains(each.topic()))
        .toList();
  }

  void write(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (Message each : records) {
        String line =
            String.join(
                "\t",
                String.valueOf(each.part()),
                each.topic(),
                each.key() == null ? "" : each.key(),
                each.value());
        out.write((line + "\n").getBytes(UTF_8));
      }
    }
  }

  static GoldenStream read(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new GoldenStream(
          new String(in.readAllBytes(), UTF_8).lines().map(GoldenStream::message).toList());
    }
  }

  private static Message message(String line) {
    String[] fields = line.split("\t", 4);
    return new Message(
        Integer.parseInt(fields[0]), fields[1], fields[2].isEmpty() ? null : fields[2], fields[3]);
  }
}
