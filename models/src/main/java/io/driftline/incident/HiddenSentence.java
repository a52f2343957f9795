package io.driftline.incident;

import io.driftline.drift.CalendarDay;
import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;

/** Says in one sentence how much was hidden on which day, of how many agents, and why. */
final class HiddenSentence {

  private HiddenSentence() {}

  static String of(HiddenTally.Key key, long hidden, int agents) {
    return what(key, hidden) + " of " + ofAgents(agents) + on(key) + why(key) + ".";
  }

  private static String what(HiddenTally.Key key, long hidden) {
    return key.cause() == HiddenCause.SUPPRESSION
        ? Numbers.counted(hidden, "signal", "signals")
        : Numbers.counted(hidden, "incident", "incidents");
  }

  private static String ofAgents(int agents) {
    String counted = Numbers.counted(agents, "agent", "agents");
    return agents == HiddenTally.MOST_AGENTS ? "at least " + counted : counted;
  }

  private static String on(HiddenTally.Key key) {
    Instant start = Instant.ofEpochMilli(CalendarDay.start(key.day()));
    return " called nobody on " + start.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String why(HiddenTally.Key key) {
    return switch (key.cause()) {
      case SUPPRESSION -> ": suppression " + PlainText.of(key.rule()) + " hides them";
      case AGENT_BUDGET -> ": the agent had had its incidents for the day";
      case GLOBAL_BUDGET -> ": all agents together had had their incidents for the day";
    };
  }
}
