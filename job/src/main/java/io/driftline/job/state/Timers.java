package io.driftline.job.state;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;

/** Event-time timers of one purpose, by key. Nothing here ever looks at the wall clock. */
final class Timers {

  private final InternalTimerService<VoidNamespace> service;

  private Timers(InternalTimerService<VoidNamespace> service) {
    this.service = service;
  }

  /** What happens when a timer fires; the key is current. */
  @FunctionalInterface
  interface OnTimer {
    void fire(String key, long time) throws Exception;
  }

  /** The operator's timers called {@code name}; restored timers fire too. */
  static Timers open(AbstractStreamOperator<?> operator, String name, OnTimer action) {
    return new Timers(
        operator.getInternalTimerService(
            name, VoidNamespaceSerializer.INSTANCE, new Firing(action)));
  }

  /** Sets a timer for the current key; a second one for the same time is the same. */
  void set(long time) {
    service.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
  }

  long currentWatermark() {
    return service.currentWatermark();
  }

  private record Firing(OnTimer action) implements Triggerable<String, VoidNamespace> {
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
      action.fire(timer.getKey(), timer.getTimestamp());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
      throw new IllegalStateException("no processing-time timer is ever set");
    }
  }
}
