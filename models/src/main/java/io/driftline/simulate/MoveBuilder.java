package io.driftline.simulate;

import io.driftline.activity.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Writes down the steps of one session that are out of the ordinary. */
final class MoveBuilder {
  private final AttackScene scene;
  private final List<Move> moves = new ArrayList<>();
  private double paceSeconds = 4;
  private double deniedShare;
  private double bytesFactor = 1;

  MoveBuilder(AttackScene scene) {
    this.scene = scene;
  }

  /** Median time between the calls that follow; they vary as those of an agent do. */
  MoveBuilder pace(double seconds) {
    paceSeconds = seconds;
    return this;
  }

  /** How often the calls that follow are refused. */
  MoveBuilder denied(double share) {
    deniedShare = share;
    return this;
  }

  /** How many times the usual amount of data the calls that follow move. */
  MoveBuilder bytes(double factor) {
    bytesFactor = factor;
    return this;
  }

  /** Calls on what the agent would touch anyway. */
  MoveBuilder usual(Operation operation, int calls) {
    for (int i = 0; i < calls; i++) {
      add(
          operation,
          scene.resources().usual(operation.resource(), scene.agent(), scene.day(), scene.dice()));
    }
    return this;
  }

  /** Calls on what belongs to the given area. */
  MoveBuilder in(Area area, Operation operation, int calls) {
    for (int i = 0; i < calls; i++) {
      add(operation, scene.resources().in(operation.resource(), area, scene.day(), scene.dice()));
    }
    return this;
  }

  /** Calls on one thing that nobody has touched before. */
  MoveBuilder unseen(Operation operation, int calls) {
    Area home = scene.agent().purpose().home();
    String resource =
        scene.resources().unseen(operation.resource(), home, scene.day(), scene.dice());
    return on(resource, operation, calls);
  }

  MoveBuilder on(String resource, Operation operation, int calls) {
    for (int i = 0; i < calls; i++) {
      add(operation, resource);
    }
    return this;
  }

  List<Move> build() {
    return moves;
  }

  private void add(Operation operation, String resource) {
    Dice dice = scene.dice();
    long gap = (long) (1000 * Math.min(dice.logNormal(paceSeconds, 0.6), 120));
    Outcome outcome = dice.chance(deniedShare) ? Outcome.DENIED : Outcome.SUCCESS;
    long bytes = outcome == Outcome.DENIED ? 0 : Move.bytes(operation, bytesFactor, dice);
    moves.add(new Move(operation, resource, gap, bytes, outcome, scene.kind()));
  }
}
