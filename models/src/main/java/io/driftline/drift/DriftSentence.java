package io.driftline.drift;

import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in one sentence what has changed, from when on, and by how much. */
final class DriftSentence {

  private static final int MOST_NAMED = 3;

  private DriftSentence() {}

  static String of(String agentId, DriftSignal signal) {
    return PlainText.of(agentId) + " " + change(signal) + version(signal) + ".";
  }

  private static String change(DriftSignal signal) {
    return switch (signal.kind()) {
      case GROWTH ->
          signal.dimension() == DriftDimension.GRANTED_PERMISSION
              ? granted(signal)
              : growth(signal);
      case MIX_SHIFT ->
          "has shifted the " + signal.dimension().text() + since(signal) + shares(signal);
      case LEVEL_SHIFT -> level(signal);
      case PEER_DIVERGENCE -> divergence(signal);
      case NEW_GROUND -> ground(signal);
    };
  }

  private static String growth(DriftSignal signal) {
    int count = signal.changes().size();
    String item = signal.dimension().item();
    return "has taken up %s%s: %s; it now uses %s instead of %s"
        .formatted(
            Numbers.counted(count, "new " + item, "new " + item + "s"),
            since(signal),
            names(signal.changes(), DriftSentence::name),
            Numbers.quantity(signal.after()),
            Numbers.quantity(signal.before()));
  }

  private static String granted(DriftSignal signal) {
    return "has been granted one right after another%s: it holds %s instead of %s; new: %s"
        .formatted(
            since(signal),
            Numbers.quantity(signal.after()),
            Numbers.quantity(signal.before()),
            names(signal.changes(), right -> name(right) + " since " + date(right.granted())));
  }

  private static String names(List<ShareChange> changes, Function<ShareChange, String> name) {
    String named = changes.stream().limit(MOST_NAMED).map(name).collect(Collectors.joining(", "));
    int more = changes.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String name(ShareChange change) {
    return value(change.value());
  }

  /** Shares of hours of use: in how many hours a value was used, of those of all values. */
  private static String shares(DriftSignal signal) {
    return signal.changes().stream()
        .limit(MOST_NAMED)
        .map(
            change ->
                "%s %s instead of %s"
                    .formatted(
                        value(change.value()),
                        Numbers.percent(change.after()),
                        Numbers.percent(change.before())))
        .collect(Collectors.joining(", ", ": ", " of its use"));
  }

  private static String divergence(DriftSignal signal) {
    return "has come to differ from its %s in the %s%s: they are %s apart instead of %s (0 is alike, 1 is nothing in common)%s"
        .formatted(
            Numbers.counted(signal.peers(), "peer", "peers"),
            signal.dimension().text(),
            since(signal),
            distance(signal.after()),
            distance(signal.before()),
            besidePeers(signal));
  }

  private static String ground(DriftSignal signal) {
    return "keeps going to %s%s, where it hardly was before: in %s of its hours instead of %s"
        .formatted(
            names(signal.changes(), DriftSentence::name),
            since(signal),
            Numbers.percent(signal.changes().get(0).after()),
            Numbers.percent(signal.changes().get(0).before()));
  }

  private static String distance(double distance) {
    return String.format(Locale.ROOT, "%.2f", distance);
  }

  private static String besidePeers(DriftSignal signal) {
    return signal.changes().stream()
        .limit(MOST_NAMED)
        .map(
            change ->
                "%s makes up %s of its use and %s of theirs"
                    .formatted(
                        value(change.value()),
                        Numbers.percent(change.after()),
                        Numbers.percent(change.before())))
        .collect(Collectors.joining(", ", "; ", ""));
  }

  private static String level(DriftSignal signal) {
    return signal.dimension() == DriftDimension.ERRORS
        ? "sees %s of its actions fail%s, instead of %s"
            .formatted(
                Numbers.percent(signal.after()), since(signal), Numbers.percent(signal.before()))
        : "takes %s actions a working day%s, instead of %s"
            .formatted(
                Numbers.quantity(signal.after()), since(signal), Numbers.quantity(signal.before()));
  }

  private static String since(DriftSignal signal) {
    return " since " + date(Instant.ofEpochMilli(signal.began()));
  }

  private static LocalDate date(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String version(DriftSignal signal) {
    return signal.version() == null
        ? ""
        : "; its version " + PlainText.of(signal.version()) + " appeared then";
  }

  private static String value(String value) {
    return value == null ? "none stated" : PlainText.of(value);
  }
}
