package io.driftline.drift;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.Scope;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** In which outermost folders an agent did what: the past that {@link NewGround} compares with. */
final class Folders {

  private static final long NEVER = Long.MIN_VALUE;

  private final MixHistory uses;
  private final DaySightings sightings;
  private long since;

  Folders(DriftSettings settings) {
    this(new MixHistory(settings), new DaySightings(settings.maxValues()), NEVER);
  }

  private Folders(MixHistory uses, DaySightings sightings, long since) {
    this.uses = uses;
    this.sightings = sightings;
    this.since = since;
  }

  /** Fingerprint of an action in a folder. */
  static long key(long actionKey, String folder) {
    return Hash64.pair(actionKey, Hash64.of(folder));
  }

  void add(AgentAction action, long day, int hour, Sighting sighting) {
    since = since == NEVER ? day : Math.min(since, day);
    String folder = Scope.folder(action.resource());
    if (folder != null) {
      long key = key(Observation.actionKeyOf(action), folder);
      uses.add(key, () -> folder, day, hour, sighting);
      sightings.add(key, day, sighting);
    }
  }

  /** Makes room for a day. */
  void clear(long day) {
    uses.clear(day);
    sightings.clear(day);
  }

  /** Forgets what there is no room for, as of the end of a day. */
  void close(long day) {
    uses.close(day);
  }

  /** Every action in a folder, by fingerprint; labelled by the folder. */
  MixHistory uses() {
    return uses;
  }

  /** What was done first in a folder on a day that is not over; {@code null} if unknown. */
  Sighting firstOn(long day, long key) {
    return sightings.first(key, day);
  }

  /** From which day on this is counted: not yet by earlier releases. */
  long since() {
    return since;
  }

  void write(StateWriter out, long latest) {
    out.writeLong(since);
    uses.write(out, latest);
    sightings.write(out);
  }

  static Folders read(StateReader in, long latest, DriftSettings settings) {
    long since = in.readLong();
    MixHistory uses = MixHistory.read(in, latest, settings);
    return new Folders(uses, DaySightings.read(in, settings.maxValues()), since);
  }
}
