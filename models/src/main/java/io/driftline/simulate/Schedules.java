package io.driftline.simulate;

import io.driftline.activity.Requester;

/** Schedulers that have agents act without anybody asking. */
final class Schedules {

  private static final String PREFIX = "nightly-";

  private Schedules() {}

  /** The id of a purpose's scheduler. */
  static String of(Purpose purpose) {
    return PREFIX + purpose.code();
  }

  static boolean isSchedule(String id) {
    return id.startsWith(PREFIX);
  }

  static Requester requester(String id) {
    return new Requester(id, Requester.Type.SCHEDULE);
  }
}
