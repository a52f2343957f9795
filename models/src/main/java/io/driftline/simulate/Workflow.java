package io.driftline.simulate;

import java.util.List;

/**
 * A task template: phases in order, some optional, some repeated.
 *
 * @param weight how common the task is among its purpose's tasks, above 0
 */
record Workflow(double weight, List<Step> steps) {

  static Workflow of(double weight, Step... steps) {
    return new Workflow(weight, List.of(steps));
  }
}
