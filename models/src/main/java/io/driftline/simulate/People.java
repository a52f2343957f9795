package io.driftline.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody who works in the enterprise; each area's last tenth joins during the simulated span.
 */
final class People {
  private static final double PRESENT_AT_START = 0.9;

  private final Map<Area, List<Person>> byArea = new EnumMap<>(Area.class);
  private final List<Person> all;
  private final int days;

  /**
   * @param count how many people, at least one per area
   * @param days the simulated span, over which the newcomers join
   */
  People(int count, int days, long seed) {
    this.days = days;
    List<Person> everybody = new ArrayList<>(count);
    int offset = new Dice(seed).below(Names.DISTINCT_PEOPLE);
    for (int i = 0; i < count; i++) {
      Area area = Area.ALL.get(i % Area.ALL.size());
      Person person = new Person(Names.person(offset + i) + "@" + Names.OWN_DOMAIN, area);
      everybody.add(person);
      byArea.computeIfAbsent(area, any -> new ArrayList<>()).add(person);
    }
    all = Collections.unmodifiableList(everybody);
  }

  List<Person> all() {
    return all;
  }

  /** The person at a place, counted around the circle of those who have joined by that day. */
  Person of(Area area, int place, int day) {
    List<Person> colleagues = byArea.get(area);
    double joined = PRESENT_AT_START + (1 - PRESENT_AT_START) * Math.min(1, (double) day / days);
    int present = Math.max(1, (int) (colleagues.size() * joined));
    return colleagues.get(Math.floorMod(place, present));
  }
}
