package io.driftline.job.cli.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Plain seeded {@code agent-activity} v1 events of about 340 bytes: agents drawn evenly, twenty a
 * second, a session per agent and hour, one of six actions, no anomalies. The same arguments give
 * the same bytes.
 */
final class SampleEvents implements Iterator<byte[]> {

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final int MILLIS_BETWEEN_EVENTS = 50;
  private static final long MILLIS_PER_SESSION = 3_600_000;
  private static final List<Deed> DEEDS =
      List.of(
          new Deed("mail", "send_email", "mail:send", "mailto:person%d@example.com"),
          new Deed("mail", "read_email", "mail:read", "inbox/message/%d"),
          new Deed("drive", "read_file", "drive:read", "/finance/reports/report-%d.xlsx"),
          new Deed("drive", "write_file", "drive:write", "/finance/drafts/draft-%d.docx"),
          new Deed("crm", "read_account", "crm:read", "accounts/%d"),
          new Deed("calendar", "create_event", "calendar:write", "calendar/event/%d"));
  private static final String EVENT =
      """
      {"event_id":"e-%08d","time":"%s","agent":{"id":"agent-%05d","kind":"personal"},\
      %s"session_id":"s-%05d-%d","system":"%s",\
      "action":"%s","permission":"%s","resource":"%s","outcome":"%s",\
      "credential":{"id":"k-%05d","type":"api_key"},"bytes":%d}""";

  private record Deed(String system, String action, String permission, String resource) {}

  private final long count;
  private final int agents;
  private final Requesters requesters;
  private final SplittableRandom random;
  private long next;

  SampleEvents(long count, int agents, long seed) {
    this(count, agents, seed, Requesters.LOYAL);
  }

  SampleEvents(long count, int agents, long seed, Requesters requesters) {
    this.count = count;
    this.agents = agents;
    this.requesters = requesters;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return next < count;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + count + " events are drawn");
    }
    int agent = random.nextInt(agents);
    Deed deed = DEEDS.get(random.nextInt(DEEDS.size()));
    return event(next++, agent, deed).getBytes(StandardCharsets.UTF_8);
  }

  private String event(long index, int agent, Deed deed) {
    return EVENT.formatted(
        index,
        START.plusMillis(index * MILLIS_BETWEEN_EVENTS),
        agent,
        requesters.field(agent, random),
        agent,
        index * MILLIS_BETWEEN_EVENTS / MILLIS_PER_SESSION,
        deed.system(),
        deed.action(),
        deed.permission(),
        deed.resource().formatted(random.nextInt(500)),
        random.nextInt(50) == 0 ? "denied" : "success",
        agent,
        random.nextInt(100_000));
  }
}
