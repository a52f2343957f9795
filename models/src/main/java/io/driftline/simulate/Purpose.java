package io.driftline.simulate;

import io.driftline.activity.AgentKind;
import java.util.List;
import java.util.Locale;

/** What agents are for. Agents of one purpose share workflows and, mostly, their kind. */
enum Purpose {
  SALES_ASSISTANT(AgentKind.PERSONAL, AgentKind.THIRD_PARTY, Area.SALES, Area.MARKETING),
  FINANCE_OPS(AgentKind.ORGANIZATIONAL, AgentKind.PERSONAL, Area.FINANCE, Area.LEGAL),
  DEVOPS_COPILOT(AgentKind.ORGANIZATIONAL, AgentKind.PERSONAL, Area.ENGINEERING, Area.OPERATIONS),
  IT_HELPDESK(AgentKind.THIRD_PARTY, AgentKind.ORGANIZATIONAL, Area.SUPPORT, Area.ENGINEERING),
  HR_ASSISTANT(AgentKind.THIRD_PARTY, AgentKind.ORGANIZATIONAL, Area.PEOPLE, Area.LEGAL),
  ANALYST(AgentKind.ORGANIZATIONAL, AgentKind.PERSONAL, Area.OPERATIONS, Area.SALES),
  SCHEDULING(AgentKind.PERSONAL, AgentKind.THIRD_PARTY, Area.MARKETING, Area.OPERATIONS);

  static final List<Purpose> ALL = List.of(values());

  private final AgentKind usualKind;
  private final AgentKind otherKind;
  private final Area home;
  private final Area neighbour;

  Purpose(AgentKind usualKind, AgentKind otherKind, Area home, Area neighbour) {
    this.usualKind = usualKind;
    this.otherKind = otherKind;
    this.home = home;
    this.neighbour = neighbour;
  }

  /** The name used in registries and agent ids, for example {@code sales-assistant}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this purpose's n-th agent: every sixth differs from its peers. */
  AgentKind kindOf(int number) {
    return number % 6 == 5 ? otherKind : usualKind;
  }

  Area home() {
    return home;
  }

  /** Whose work it is. */
  List<Area> served() {
    return List.of(home, neighbour);
  }

  /**
   * The area an agent touches on most of its days: its own, often the neighbour's, seldom others.
   */
  Area area(Dice dice) {
    double draw = dice.uniform();
    return draw < 0.86 ? home : draw < 0.97 ? neighbour : dice.pick(Area.ALL);
  }

  /** An area this purpose has no business in. */
  Area foreignArea(Dice dice) {
    Area area = home.shifted(dice.between(1, Area.ALL.size() - 1));
    return area == neighbour ? foreignArea(dice) : area;
  }
}
