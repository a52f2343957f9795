package io.driftline.simulate;

import java.util.List;
import java.util.Locale;

/** A part of the enterprise with its own people, folders, tables and channels. */
enum Area {
  SALES,
  FINANCE,
  ENGINEERING,
  SUPPORT,
  PEOPLE,
  OPERATIONS,
  MARKETING,
  LEGAL;

  static final List<Area> ALL = List.of(values());

  private final String code = name().toLowerCase(Locale.ROOT);

  String code() {
    return code;
  }

  /** The area {@code distance} further on, around the circle. */
  Area shifted(int distance) {
    return ALL.get(Math.floorMod(ALL.indexOf(this) + distance, ALL.size()));
  }
}
