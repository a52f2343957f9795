package io.driftline.job.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.driftline.job.ingest.SourcePosition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Control messages to be mutated, and what the job makes of the result. */
public final class FuzzedControl {

  private static final long SAID = Instant.parse("2026-01-20T00:00:00Z").toEpochMilli();

  private FuzzedControl() {}

  /** One of each type. */
  public static List<byte[]> valid() {
    return Stream.of(
            """
            {"type":"thresholds","version":7,"rules":[{"scope":"global","line":60},\
            {"scope":"agent","name":"a","line":80,"detector":"volume"}],\
            "sensitivity":{"transfer":1},"by":"mara","reason":"test"}\
            """,
            """
            {"type":"suppress","id":"s1","agent":"finance-*","until":"2027-03-01T00:00:00Z",\
            "by":"mara","reason":"test"}\
            """,
            "{\"type\":\"unsuppress\",\"id\":\"s1\"}",
            """
            {"type":"feedback","anomaly_id":"0123456789abcdef","agent_id":"a","system":"mail",\
            "action":"send_mail","permission":"mail:send","detector":"surprise",\
            "verdict":"false_positive","time":"2026-01-10T00:00:00Z","by":"mara","reason":"test"}\
            """,
            """
            {"type":"accept_drift","agent_id":"a","kind":"growth","dimension":"system"}\
            """)
        .map(each -> each.getBytes(UTF_8))
        .toList();
  }

  /** As if nobody had asked for signatures. */
  public static ControlRecord decode(byte[] message, long offset) {
    return ControlDecoder.decode(message, SourcePosition.inTopic("fuzz", 2, offset), SAID);
  }
}
