package io.driftline.posture;

/** The latest use of one right, or for one invoker. */
final class LoggedUse {

  private final FindingSubject used;
  private long last = Long.MIN_VALUE;
  private String eventId = "";

  /**
   * Within this span a use is known to be fine. It is not stored: whoever reads the log judges
   * anew.
   */
  private long fineFrom = Long.MAX_VALUE;

  private long fineUntil = Long.MIN_VALUE;

  LoggedUse(FindingSubject used) {
    this.used = used;
  }

  FindingSubject used() {
    return used;
  }

  long last() {
    return last;
  }

  String eventId() {
    return eventId;
  }

  void note(long time, String id) {
    if (time > last || time == last && id.compareTo(eventId) > 0) {
      last = time;
      eventId = id;
    }
  }

  boolean isKnownFine(long time) {
    return time >= fineFrom && time < fineUntil;
  }

  void knowFine(long from, long until) {
    fineFrom = from;
    fineUntil = until;
  }

  void doubt() {
    fineFrom = Long.MAX_VALUE;
    fineUntil = Long.MIN_VALUE;
  }
}
