package io.driftline.incident;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftSignal;
import io.driftline.posture.Severity;

/**
 * How soon somebody should look at a drift, which says nothing of that itself. A drift took days to
 * show and can wait for working hours: it is never worse than medium by itself.
 *
 * <table>
 *   <caption>Severity of drift</caption>
 *   <tr><th>drift</th><th>severity</th></tr>
 *   <tr><td>growth of systems or permissions, divergence from peers, or new ground</td><td>medium</td></tr>
 *   <tr><td>mix of systems or permissions has shifted</td><td>medium</td></tr>
 *   <tr><td>any other: of actions, requesters, places, hours, volume, errors</td><td>low</td></tr>
 * </table>
 */
public final class DriftSeverity {

  private DriftSeverity() {}

  /** The severity of a drift. */
  public static Severity of(DriftSignal drift) {
    boolean medium =
        switch (drift.kind()) {
          case GROWTH, PEER_DIVERGENCE, NEW_GROUND -> true;
          case MIX_SHIFT -> DriftDimension.ACCESS.contains(drift.dimension());
          case LEVEL_SHIFT -> false;
        };
    return medium ? Severity.MEDIUM : Severity.LOW;
  }
}
