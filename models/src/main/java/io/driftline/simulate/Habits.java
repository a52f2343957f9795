package io.driftline.simulate;

/**
 * When an agent works.
 *
 * @param sessions mean sessions on an ordinary working day, above 0
 * @param zoneHours how far its users' clocks are ahead of UTC
 * @param nightly whether a scheduler also runs a batch with it every night
 * @param awayFrom first day without any session (a holiday, a paused project)
 * @param awayTo first day back
 */
record Habits(double sessions, int zoneHours, boolean nightly, int awayFrom, int awayTo) {

  boolean away(int day) {
    return awayFrom <= day && day < awayTo;
  }

  Habits alwaysAtWork() {
    return new Habits(sessions, zoneHours, nightly, Change.NEVER, Change.NEVER);
  }

  /** Gone for good: nobody switched it off, nobody uses it. */
  boolean fallsDormant() {
    return awayFrom < awayTo && awayTo == Change.NEVER;
  }
}
