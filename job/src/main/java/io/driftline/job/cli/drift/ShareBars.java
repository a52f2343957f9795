package io.driftline.job.cli.drift;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import io.driftline.job.alert.Bar;
import io.driftline.job.alert.TextColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A small picture in text of what changed: a bar before and a bar after, value by value; where an
 * agent differs from its peers, a bar of theirs and one of its own.
 */
final class ShareBars {

  /** Leaves room for the bars and their numbers beside the labels of a timeline. */
  private static final int NAME_COLUMNS = 37;

  private static final int MOST_VALUES = 8;
  private static final String BEFORE_AND_AFTER = "→";
  private static final String PEERS_AND_AGENT = "|";

  private ShareBars() {}

  /**
   * A pair of bars with what they stand for.
   *
   * @param longest what the longest bar of the same scale stands for
   * @param between what stands between the bars
   */
  private record Row(
      String name,
      double before,
      double after,
      double longest,
      String beforeText,
      String afterText,
      String between,
      String note) {}

  /** The lines of the picture. */
  static List<String> of(DriftSignal signal) {
    List<Row> rows = new ArrayList<>();
    if (signal.kind() != DriftKind.MIX_SHIFT) {
      rows.add(number(signal));
    }
    boolean besidePeers = signal.kind() == DriftKind.PEER_DIVERGENCE;
    String between = besidePeers ? PEERS_AND_AGENT : BEFORE_AND_AFTER;
    List<ShareChange> changes = signal.changes().stream().limit(MOST_VALUES).toList();
    double longest =
        changes.stream().mapToDouble(each -> Math.max(each.before(), each.after())).max().orElse(0);
    changes.forEach(change -> rows.add(share(change, longest, between)));
    List<String> lines = lines(rows);
    if (besidePeers) {
      lines.add(1, "shares of its peers, and its own:");
    }
    if (signal.changes().size() > MOST_VALUES) {
      lines.add("and " + (signal.changes().size() - MOST_VALUES) + " more");
    }
    return lines;
  }

  /** What is a number rather than a share; its bars have a scale of their own. */
  private static Row number(DriftSignal signal) {
    return new Row(
        name(signal),
        signal.before(),
        signal.after(),
        Math.max(signal.before(), signal.after()),
        number(signal, signal.before()),
        number(signal, signal.after()),
        BEFORE_AND_AFTER,
        "");
  }

  private static String number(DriftSignal signal, double value) {
    if (signal.kind() == DriftKind.PEER_DIVERGENCE) {
      return rounded(value, 2);
    }
    return signal.dimension() == DriftDimension.ERRORS ? percent(value) : Numbers.quantity(value);
  }

  private static String name(DriftSignal signal) {
    if (signal.kind() == DriftKind.PEER_DIVERGENCE) {
      return "distance from " + Numbers.counted(signal.peers(), "peer", "peers");
    }
    if (signal.kind() == DriftKind.NEW_GROUND) {
      return "hours there";
    }
    return switch (signal.dimension()) {
      case VOLUME -> "actions a working day";
      case ERRORS -> "actions that fail";
      default -> signal.dimension().item() + "s in use";
    };
  }

  private static Row share(ShareChange change, double longest, String between) {
    return new Row(
        change.value() == null ? "none stated" : PlainText.of(change.value()),
        change.before(),
        change.after(),
        longest,
        percent(change.before()),
        percent(change.after()),
        between,
        change.firstEvent() == null ? "" : "  new");
  }

  private static List<String> lines(List<Row> rows) {
    int widest = rows.stream().mapToInt(row -> TextColumns.width(row.name())).max().orElse(0);
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> add(row, Math.min(NAME_COLUMNS, widest), lines));
    return lines;
  }

  /** A name too long for its column takes several lines, with the bars in the last. */
  private static void add(Row row, int columns, List<String> lines) {
    List<String> names = TextColumns.wrap(row.name(), columns);
    lines.addAll(names.subList(0, names.size() - 1));
    String name = names.get(names.size() - 1);
    lines.add(
        "%s  %s %7s  %s  %s %7s%s"
            .formatted(
                name + " ".repeat(columns - TextColumns.width(name)),
                bar(row.before(), row.longest()),
                row.beforeText(),
                row.between(),
                bar(row.after(), row.longest()),
                row.afterText(),
                row.note()));
  }

  private static String bar(double value, double longest) {
    return Bar.of(longest > 0 ? value / longest : 0);
  }

  private static String percent(double share) {
    return rounded(100 * share, 1) + " %";
  }

  private static String rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
