package io.driftline.job.cli.relation;

import io.driftline.activity.Requester;
import io.driftline.explain.PlainText;
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

  /** A head and a line for each; the same party is not named twice in a row. */
  static String render(List<Reach> reaches) {
    Table table = new Table(HEAD, 4);
    Requester before = null;
    boolean first = true;
    for (Reach reach : reaches) {
      boolean same = !first && Objects.equals(before, reach.party());
      table.add(row(reach, same ? "" : Names.of(reach.party())));
      before = reach.party();
      first = false;
    }
    return table.render();
  }

  private static List<String> row(Reach reach, String who) {
    return List.of(
        who,
        reach.path().stream().map(PlainText::of).collect(Collectors.joining(ON)),
        PlainText.of(reach.system()),
        permissions(reach.access().permissions()),
        reach.use() == null ? "none yet" : String.format(Locale.ROOT, "%,d", reach.use().count()),
        reach.use() == null ? "" : Names.minute(reach.use().lastSeen()));
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
