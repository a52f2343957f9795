package io.driftline.simulate;

/** Picks the thing an action touches. */
record ResourceChooser(People people) {

  /** What this agent would touch in its ordinary work. */
  String usual(ResourceKind kind, AgentProfile agent, int day, Dice dice) {
    Area area = agent.purpose().area(dice);
    return kind.name(people, area, kind.item(agent.taste(), day, dice), day);
  }

  /** Something in the given area, picked without any preference of the agent's. */
  String in(ResourceKind kind, Area area, int day, Dice dice) {
    return kind.name(people, area, kind.item(0, day, dice), day);
  }

  /** Something outside everything usually touched. */
  String unseen(ResourceKind kind, Area area, int day, Dice dice) {
    return kind.name(people, area, kind.unseenItem(dice), day);
  }
}
