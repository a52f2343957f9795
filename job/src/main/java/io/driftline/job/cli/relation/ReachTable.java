package io.driftline.job.cli.relation;

import io.driftline.explain.PlainText;
import io.driftline.job.cli.Table;
import io.driftline.relation.Reach;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who reaches what through whom, for people. Nothing in an event can steer the terminal. */
final class ReachTable {

  private static final List<String> HEAD =
      List.of("WHO", "THROUGH", "REACHES", "WITH", "ACTIONS", "LATEST");
  private static final String ON = " > ";
  private static final int PERMISSIONS_SHOWN = 4;

  private ReachTable() {}

  /**
   * A head and a line for each; what is as in the line before is left out.
   *
   * @param more how many are not told
   */
  static String render(List<Reach> reaches, long more) {
    Table table = new Table(HEAD, 4);
    Reach before = null;
    for (Reach reach : reaches) {
      table.add(row(reach, before));
      before = reach;
    }
    return table.render() + rest(more);
  }

  private static String rest(long more) {
    return more == 0
        ? ""
        : String.format(
            Locale.ROOT, "%,d more within reach, not done yet: --possible tells them\n", more);
  }

  private static List<String> row(Reach reach, Reach before) {
    boolean sameParty = before != null && Objects.equals(before.party(), reach.party());
    boolean sameWay = sameParty && before.path().equals(reach.path());
    return List.of(
        sameParty ? "" : Names.of(reach.party()),
        sameWay ? "" : way(reach.path()),
        PlainText.of(reach.system()),
        permissions(reach.access().permissions()),
        reach.isUsed() ? String.format(Locale.ROOT, "%,d", reach.use().count()) : "none yet",
        reach.isUsed() ? Names.minute(reach.use().lastSeen()) : "");
  }

  private static String way(List<String> path) {
    return path.stream().map(PlainText::of).collect(Collectors.joining(ON));
  }

  private static String permissions(Collection<String> permissions) {
    String shown =
        permissions.stream()
            .limit(PERMISSIONS_SHOWN)
            .map(PlainText::of)
            .collect(Collectors.joining(", "));
    int more = permissions.size() - PERMISSIONS_SHOWN;
    return permissions.isEmpty()
        ? "not stated"
        : more > 0 ? shown + " and " + more + " more" : shown;
  }
}
