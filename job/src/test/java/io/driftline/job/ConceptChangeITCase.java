package io.driftline.job;

import static java.util.concurrent.TimeUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.decide.Anomaly;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What changes for good, or returns every month, may be pointed out; it must not page anyone all
 * day. Eight agents of one kind work for two weeks; in the third one of them changes.
 */
@Timeout(300)
class ConceptChangeITCase {

  private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final int AGENTS = 8;
  private static final int SESSIONS_A_DAY = 30;
  private static final int CHANGE_DAY = 14;
  private static final int DAYS_IN_ALL = 17;

  private static final List<Deed> USUAL =
      List.of(
          new Deed("crm", "search", "crm:read", "accounts/%d"),
          new Deed("crm", "get_record", "crm:read", "accounts/%d"),
          new Deed("mail", "send_mail", "mail:send", "mailto:client%d@example.com"),
          new Deed("crm", "add_note", "crm:write", "accounts/%d"));
  private static final List<Deed> NEW_VERSION =
      List.of(
          new Deed("wiki", "search", "wiki:read", "space/%d"),
          new Deed("tickets", "create_ticket", "tickets:write", "queue/%d"),
          new Deed("chat", "post_message", "chat:post", "channel/%d"));

  private record Deed(String system, String action, String permission, String resource) {}

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<AgentAction> activity = new ArrayList<>();

  @Test
  void aNewVersionIsPointedOutAndDoesNotPageAllDay() throws Exception {
    workWith(
        (agent, day) ->
            agent == 3 && day >= CHANGE_DAY
                ? new Work("2", NEW_VERSION, SESSIONS_A_DAY)
                : new Work("1", USUAL, SESSIONS_A_DAY));

    assertThat(alertingSessions(CHANGE_DAY)).isBetween(1L, 5L);
    assertThat(alertingSessions(CHANGE_DAY + 1)).isLessThanOrEqualTo(2);
    assertThat(alertingSessions(CHANGE_DAY + 2)).isLessThanOrEqualTo(2);
  }

  @Test
  void aMonthsEndOfFiveTimesTheLoadDoesNotPageAllDay() throws Exception {
    workWith((agent, day) -> new Work("1", USUAL, day == CHANGE_DAY ? 5 * SESSIONS_A_DAY : 30));

    assertThat(alertingSessions(CHANGE_DAY)).isLessThanOrEqualTo(5);
    assertThat(alertingSessions(CHANGE_DAY + 1)).isLessThanOrEqualTo(2);
  }

  private record Work(String version, List<Deed> deeds, int sessions) {}

  @FunctionalInterface
  private interface Plan {
    Work of(int agent, int day);
  }

  private void workWith(Plan plan) {
    for (int day = 0; day < DAYS_IN_ALL; day++) {
      for (int agent = 0; agent < AGENTS; agent++) {
        Work work = plan.of(agent, day);
        for (int session = 0; session < work.sessions(); session++) {
          session(agent, day, work);
        }
      }
    }
    activity.sort(Comparator.comparing(AgentAction::time).thenComparing(AgentAction::eventId));
  }

  /** A session in working hours: each deed of the workflow in turn, now and then left out. */
  private void session(int agent, int day, Work work) {
    long time = START + DAYS.toMillis(day) + 8 * 3_600_000 + random.nextInt(9 * 3_600_000);
    String session = "s" + activity.size();
    int account = random.nextInt(60);
    for (Deed deed : work.deeds()) {
      if (random.nextInt(6) > 0) {
        time += 2_000 + random.nextInt(20_000);
        activity.add(action(agent, work.version(), session, time, deed, account));
      }
    }
  }

  private AgentAction action(
      int agent, String version, String session, long time, Deed deed, int account) {
    return new AgentAction(
        "e" + activity.size(),
        Instant.ofEpochMilli(time),
        new Agent("agent-" + agent, AgentKind.ORGANIZATIONAL, null, version, null),
        new Requester("user-" + random.nextInt(12), Requester.Type.USER),
        session,
        null,
        null,
        deed.system(),
        deed.action(),
        deed.permission(),
        deed.resource().formatted(account),
        Outcome.SUCCESS,
        null,
        null,
        1_000L + random.nextInt(4_000));
  }

  private List<Anomaly> anomalies;

  /** How many sessions of a day were raised, of all agents. */
  private long alertingSessions(int day) throws Exception {
    if (anomalies == null) {
      anomalies = run();
    }
    long from = START + DAYS.toMillis(day);
    return anomalies.stream()
        .filter(each -> each.time().toEpochMilli() >= from)
        .filter(each -> each.time().toEpochMilli() < from + DAYS.toMillis(1))
        .map(Anomaly::sessionId)
        .distinct()
        .count();
  }

  private List<Anomaly> run() throws Exception {
    Path file = folder.resolve("activity.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (AgentAction action : activity) {
        out.write(AgentActionJson.write(action));
        out.write('\n');
      }
    }
    Configuration config = new Configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    return FileRun.run(config, JobFiles.settings(config), 2, file).anomalies();
  }
}
