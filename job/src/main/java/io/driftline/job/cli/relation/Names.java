package io.driftline.job.cli.relation;

import io.driftline.activity.Requester;
import io.driftline.explain.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How parties and times are called. */
final class Names {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Names() {}

  /** For example {@code ann@example.com} or {@code schedule nightly}. */
  static String of(Requester party) {
    if (party == null) {
      return "(nobody known)";
    }
    boolean plain = party.type() == null || party.type() == Requester.Type.USER;
    return (plain ? "" : party.type().code() + " ") + PlainText.of(party.id());
  }

  /** In UTC, to the minute. */
  static String minute(long time) {
    return MINUTE.format(Instant.ofEpochMilli(time));
  }
}
