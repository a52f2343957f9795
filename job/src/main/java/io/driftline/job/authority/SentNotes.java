package io.driftline.job.authority;

import io.driftline.activity.Requester;
import io.driftline.baseline.Hash64;

/**
 * Remembers which notes were sent, so that an agent that does a lot within a trace is noted once.
 * Of fixed size: a new note takes the place of another, which is then sent again if it recurs. That
 * changes nothing, since the earliest one counts.
 */
final class SentNotes {

  private static final int SLOTS = 1 << 15;

  /** Two longs a slot, side by side in memory: the note, and its earliest time that was sent. */
  private final long[] sent = new long[2 * SLOTS];

  /** Whether to send a note; remembers it if so. */
  boolean isDue(CallNote note) {
    long said = fingerprint(note);
    int slot = 2 * ((int) said & SLOTS - 1);
    if (sent[slot] == said && sent[slot + 1] <= note.call().time()) {
      return false;
    }
    sent[slot] = said;
    sent[slot + 1] = note.call().time();
    return true;
  }

  private static long fingerprint(CallNote note) {
    Requester requester = note.call().requester();
    long type = requester.type() == null ? -1 : requester.type().ordinal();
    long who = Hash64.pair(Hash64.of(note.call().agentId()), Hash64.of(requester.id()) ^ type);
    return Hash64.pair(Hash64.of(note.traceId()), who);
  }
}
