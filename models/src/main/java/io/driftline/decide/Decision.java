package io.driftline.decide;

import io.driftline.forest.Detector;
import java.util.Objects;

/**
 * What was decided about an action.
 *
 * @param detector the one whose score is farthest above its line, or least below
 * @param line the alert line that held for that detector, 0 to 100
 * @param alert whether the action is raised
 * @param atLine whether it reaches the line as it was set, before that was raised for the agent
 */
public record Decision(Detector detector, double line, boolean alert, boolean atLine) {

  public Decision {
    Objects.requireNonNull(detector, "detector");
  }
}
