package io.driftline.job.cli.relation;

import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import io.driftline.job.cli.Table;
import io.driftline.posture.BlastRadius;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far harm reaches, for people. */
final class BlastTable {

  private static final List<String> HEAD =
      List.of("", "SYSTEMS", "HARM", "SIZE", "GRANTED SYSTEMS", "HARM", "SIZE");

  /** Of which so many are told if no grants are. */
  private static final int USED_COLUMNS = 4;

  private static final List<String> UNDECLARED = List.of("", "", "not declared");

  private BlastTable() {}

  /** A head and a line for each. */
  static String render(List<Blast> blasts) {
    boolean anyGranted = blasts.stream().anyMatch(blast -> blast.granted() != null);
    int columns = anyGranted ? HEAD.size() : USED_COLUMNS;
    Table table = new Table(HEAD.subList(0, columns), 1);
    for (Blast blast : blasts) {
      List<String> granted = blast.granted() == null ? UNDECLARED : cells(blast.granted());
      table.add(
          Stream.of(List.of(name(blast)), cells(blast.used()), granted)
              .flatMap(List::stream)
              .limit(columns)
              .toList());
    }
    return table.render();
  }

  private static String name(Blast blast) {
    return blast.agentId() == null
        ? Names.of(blast.party())
        : "agent " + PlainText.of(blast.agentId());
  }

  private static List<String> cells(BlastRadius radius) {
    boolean everywhere = radius.systems() == BlastRadius.EVERYWHERE;
    return List.of(
        everywhere ? "all" : Numbers.quantity(radius.systems()),
        String.format(Locale.ROOT, "%.2f", radius.harm()),
        radius.reach().code());
  }
}
