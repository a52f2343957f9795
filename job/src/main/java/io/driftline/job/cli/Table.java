package io.driftline.job.cli;

import io.driftline.job.alert.TextColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Columns as wide as what stands in them, two spaces apart. */
public final class Table {

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;
  private final Set<Integer> right;

  /**
   * @param head names of the columns
   * @param right indices of the columns that are flush right
   */
  public Table(List<String> head, Integer... right) {
    this.widths = new int[head.size()];
    this.right = Set.of(right);
    add(head);
  }

  /**
   * Adds a row.
   *
   * @param cells texts without control characters, as many as there are columns
   */
  public void add(List<String> cells) {
    if (cells.size() != widths.length) {
      throw new IllegalArgumentException(
          "%d columns got %d cells".formatted(widths.length, cells.size()));
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], TextColumns.width(cells.get(i)));
    }
    rows.add(cells);
  }

  /** All rows, each ended by a line feed. */
  public String render() {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : BETWEEN).append(padded(row.get(i), i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private String padded(String cell, int column) {
    String padding = " ".repeat(widths[column] - TextColumns.width(cell));
    return right.contains(column) ? padding + cell : cell + padding;
  }
}
