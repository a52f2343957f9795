package io.driftline.incident;

import java.util.ArrayList;
import java.util.List;

/** What came of one signal: records of incidents in order, and what was hidden. */
public final class Told {

  private final List<Incident> incidents = new ArrayList<>(1);
  private final List<HiddenSignal> hidden = new ArrayList<>(0);

  void add(Incident incident) {
    incidents.add(incident);
  }

  void hide(HiddenSignal signal) {
    hidden.add(signal);
  }

  /** To be told, in this order. */
  public List<Incident> incidents() {
    return List.copyOf(incidents);
  }

  /** What calls nobody. */
  public List<HiddenSignal> hidden() {
    return List.copyOf(hidden);
  }
}
