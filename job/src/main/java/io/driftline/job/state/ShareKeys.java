package io.driftline.job.state;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * A key that stands for each share (key group) of an operator's keys, and lies in that share. It
 * begins with a control character, which no identifier may hold.
 */
final class ShareKeys {

  private final String[] byGroup;

  private ShareKeys(String[] byGroup) {
    this.byGroup = byGroup;
  }

  static ShareKeys of(AbstractStreamOperator<?> operator) {
    return of(operator.getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
  }

  static ShareKeys of(int groups) {
    String[] byGroup = new String[groups];
    int missing = groups;
    for (int i = 0; missing > 0; i++) {
      String key = "\u0001" + i;
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, groups);
      if (byGroup[group] == null) {
        byGroup[group] = key;
        missing--;
      }
    }
    return new ShareKeys(byGroup);
  }

  /** The key that stands for the share in which {@code key} lies. */
  String of(String key) {
    return byGroup[KeyGroupRangeAssignment.assignToKeyGroup(key, byGroup.length)];
  }

  int count() {
    return byGroup.length;
  }
}
