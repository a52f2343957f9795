package io.driftline.simulate;

import io.driftline.activity.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a workflow once: steps are skipped and repeated by chance, resources are kept in focus from
 * one step to the next, calls fail and are tried again, and now and then the agent strays.
 */
final class WorkflowWalker {
  private static final double KEEPS_FOCUS = 0.4;

  /** The usual share of calls that fail. */
  static final double ERROR = 0.011;

  private static final double DENIED = 0.005;
  private static final double TRIES_AGAIN = 0.55;
  private static final double STRAYS = 0.03;
  private static final double USER_THINKS = 0.12;
  private static final double CALL_SECONDS = 3.5;
  private static final double BATCH_SECONDS = 0.9;
  private static final double THINKING_SECONDS = 70;
  private static final double LONGEST_SECONDS = 900;
  private static final List<Operation> HARMLESS =
      List.of(Operation.values()).stream().filter(Operation::readsOnly).toList();

  private final ResourceChooser resources;
  private final AgentProfile agent;
  private final int day;
  private final boolean batch;
  private final Dice dice;
  private final Map<ResourceKind, String> focus = new EnumMap<>(ResourceKind.class);
  private final List<Move> moves = new ArrayList<>();

  /**
   * @param batch whether nobody waits between the calls
   */
  WorkflowWalker(ResourceChooser resources, AgentProfile agent, int day, boolean batch, Dice dice) {
    this.resources = resources;
    this.agent = agent;
    this.day = day;
    this.batch = batch;
    this.dice = dice;
  }

  /** The steps taken, at least one. */
  List<Move> walk(Workflow workflow) {
    for (Step step : workflow.steps()) {
      for (int calls = step.calls(dice); calls > 0; calls--) {
        call(step.operation());
      }
    }
    if (moves.isEmpty() || dice.chance(STRAYS)) {
      stray();
    }
    return moves;
  }

  /** Never at a loss: the catalogue is larger than what any agent keeps off. */
  private void stray() {
    Operation operation = dice.pick(HARMLESS);
    while (!agent.drift().mayCall(operation, day)) {
      operation = dice.pick(HARMLESS);
    }
    call(operation);
  }

  private void call(Operation operation) {
    if (!agent.drift().mayCall(operation, day)) {
      return;
    }
    String resource = resource(operation.resource());
    Outcome outcome = outcome();
    moves.add(move(operation, resource, outcome));
    if (outcome != Outcome.SUCCESS && dice.chance(TRIES_AGAIN)) {
      moves.add(move(operation, resource, outcome()));
    }
  }

  private Move move(Operation operation, String resource, Outcome outcome) {
    long bytes = outcome == Outcome.SUCCESS ? Move.bytes(operation, 1, dice) : 0;
    return new Move(operation, resource, gap(), bytes, outcome, null);
  }

  private String resource(ResourceKind kind) {
    String current = focus.get(kind);
    if (current != null && dice.chance(KEEPS_FOCUS)) {
      return current;
    }
    String next = resources.usual(kind, agent, day, dice);
    focus.put(kind, next);
    return next;
  }

  private Outcome outcome() {
    double draw = dice.uniform();
    if (draw < DENIED) {
      return Outcome.DENIED;
    }
    return draw < DENIED + agent.drift().errors(day) ? Outcome.ERROR : Outcome.SUCCESS;
  }

  private long gap() {
    double seconds = dice.logNormal(batch ? BATCH_SECONDS : CALL_SECONDS, 0.8);
    if (!batch && dice.chance(USER_THINKS)) {
      seconds -= THINKING_SECONDS * StrictMath.log(1 - dice.uniform());
    }
    return (long) (1000 * Math.min(seconds, LONGEST_SECONDS));
  }
}
