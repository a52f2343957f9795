package io.driftline.simulate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A task template: phases in order, some optional, some repeated.
 *
 * @param weight how common the task is among its purpose's tasks, above 0
 */
record Workflow(double weight, List<Step> steps) {

  static Workflow of(double weight, Step... steps) {
    return new Workflow(weight, List.of(steps));
  }

  /** The same task, with these calls after it, each once. */
  Workflow then(List<Operation> calls) {
    return calls.isEmpty()
        ? this
        : new Workflow(
            weight, Stream.concat(steps.stream(), calls.stream().map(Step::always)).toList());
  }
}
