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

/** A small picture in text of what changed: a bar before and a bar after, value by value. */
final class ShareBars {

  /** Leaves room for the bars and their numbers beside the labels of a timeline. */
  private static final int NAME_COLUMNS = 37;

  private static final int MOST_VALUES = 8;

  private ShareBars() {}

  /**
   * A pair of bars with what they stand for.
   *
   * @param longest what the longest bar of the same scale stands for
   */
  private record Row(
      String name,
      double before,
      double after,
      double longest,
      String beforeText,
      String afterText,
      String note) {}

  /** The lines of the picture. */
  static List<String> of(DriftSignal signal) {
    List<Row> rows = new ArrayList<>();
    if (signal.kind() == DriftKind.GROWTH || signal.kind() == DriftKind.LEVEL_SHIFT) {
      rows.add(number(signal));
    }
    List<ShareChange> changes = signal.changes().stream().limit(MOST_VALUES).toList();
    double longest =
        changes.stream().mapToDouble(each -> Math.max(each.before(), each.after())).max().orElse(0);
    changes.forEach(change -> rows.add(share(change, longest)));
    List<String> lines = lines(rows);
    if (signal.changes().size() > MOST_VALUES) {
      lines.add("and " + (signal.changes().size() - MOST_VALUES) + " more");
    }
    return lines;
  }

  /** What is a number rather than a share; its bars have a scale of their own. */
  private static Row number(DriftSignal signal) {
    boolean percent = signal.dimension() == DriftDimension.ERRORS;
    return new Row(
        name(signal),
        signal.before(),
        signal.after(),
        Math.max(signal.before(), signal.after()),
        percent ? percent(signal.before()) : Numbers.quantity(signal.before()),
        percent ? percent(signal.after()) : Numbers.quantity(signal.after()),
        "");
  }

  private static String name(DriftSignal signal) {
    return switch (signal.dimension()) {
      case VOLUME -> "actions a working day";
      case ERRORS -> "actions that fail";
      default -> signal.dimension().item() + "s in use";
    };
  }

  private static Row share(ShareChange change, double longest) {
    return new Row(
        change.value() == null ? "none stated" : PlainText.of(change.value()),
        change.before(),
        change.after(),
        longest,
        percent(change.before()),
        percent(change.after()),
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
        "%s  %s %7s  →  %s %7s%s"
            .formatted(
                name + " ".repeat(columns - TextColumns.width(name)),
                bar(row.before(), row.longest()),
                row.beforeText(),
                bar(row.after(), row.longest()),
                row.afterText(),
                row.note()));
  }

  private static String bar(double value, double longest) {
    return Bar.of(longest > 0 ? value / longest : 0);
  }

  private static String percent(double share) {
    return new BigDecimal(100 * share).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }
}
