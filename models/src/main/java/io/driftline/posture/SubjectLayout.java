package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of a {@link FindingSubject}, as part of a larger value. */
final class SubjectLayout {

  private SubjectLayout() {}

  static void write(StateWriter out, FindingSubject subject) {
    out.writeString(subject.system()).writeString(subject.permission());
    out.writeString(subject.user()).writeString(subject.credential());
    out.writeString(subject.through());
  }

  static FindingSubject read(StateReader in) {
    return new FindingSubject(
        in.readString(), in.readString(), in.readString(), in.readString(), in.readString());
  }
}
