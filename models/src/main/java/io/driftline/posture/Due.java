package io.driftline.posture;

import static io.driftline.posture.PostureView.NEVER;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** When something is to be done next, and for when whoever keeps the time was asked to wake us. */
final class Due {

  private long next = NEVER;
  private long alarm = NEVER;

  /** Something is to be done at a time. */
  void at(long time) {
    next = Math.min(next, time);
  }

  /** All that was to be done is done; the next thing lies at a time. */
  void doneUntil(long time) {
    next = time;
  }

  /** When something is to be done next; {@link PostureView#NEVER} for never. */
  long next() {
    return next;
  }

  /** An alarm of a time has rung. */
  void rung(long time) {
    if (alarm <= time) {
      alarm = NEVER;
    }
  }

  /** When to ring, if that is earlier than was asked for before; else {@link PostureView#NEVER}. */
  long nextAlarm() {
    if (next >= alarm) {
      return NEVER;
    }
    alarm = next;
    return next;
  }

  void write(StateWriter out) {
    out.writeLong(next).writeLong(alarm);
  }

  static Due read(StateReader in) {
    Due due = new Due();
    due.next = in.readLong();
    due.alarm = in.readLong();
    return due;
  }
}
