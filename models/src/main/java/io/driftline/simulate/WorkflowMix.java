package io.driftline.simulate;

import java.util.List;
import java.util.Optional;

/** How one agent divides its time among tasks: its purpose's shares, bent to its own taste. */
final class WorkflowMix {
  private static final double TASTE = 0.6;
  private static final double ADOPTED_SHARE = 0.12;
  private static final double HELPING_OUT = 0.004;

  /** How many of a purpose's workflows, listed by how common they are, anyone may run. */
  private static final int EVERYDAY = 3;

  private final List<Workflow> own;
  private final double[] cumulative;
  private final Workflow adopted;
  private final int adoptionDay;

  /**
   * @param adoptionDay from which day on the agent also does another purpose's task with a tool new
   *     to it; {@link Change#NEVER} for never
   */
  WorkflowMix(Purpose purpose, int adoptionDay, Dice dice) {
    this.own = Workflows.of(purpose);
    this.adoptionDay = adoptionDay;
    this.adopted = anyWorkflow(dice);
    this.cumulative = new double[own.size()];
    double total = 0;
    for (int i = 0; i < cumulative.length; i++) {
      total += dice.logNormal(own.get(i).weight(), TASTE);
      cumulative[i] = total;
    }
  }

  private WorkflowMix(List<Workflow> own, double[] cumulative) {
    this.own = own;
    this.cumulative = cumulative;
    this.adopted = null;
    this.adoptionDay = Change.NEVER;
  }

  /** The same tastes, but nothing is ever taken up. */
  WorkflowMix withoutAdoption() {
    return new WorkflowMix(own, cumulative);
  }

  /** Another purpose's task that becomes part of the work for good. */
  Optional<Workflow> takenUp() {
    return adoptionDay == Change.NEVER ? Optional.empty() : Optional.of(adopted);
  }

  Workflow pick(int day, Dice dice) {
    if (day >= adoptionDay && dice.chance(ADOPTED_SHARE)) {
      return adopted;
    }
    return dice.chance(HELPING_OUT) ? anyWorkflow(dice) : ownWorkflow(dice);
  }

  private Workflow ownWorkflow(Dice dice) {
    double draw = dice.uniform() * cumulative[cumulative.length - 1];
    int index = 0;
    while (cumulative[index] <= draw) {
      index++;
    }
    return own.get(index);
  }

  /** One of the everyday tasks of any purpose. */
  private static Workflow anyWorkflow(Dice dice) {
    return Workflows.of(dice.pick(Purpose.ALL)).get(dice.below(EVERYDAY));
  }
}
