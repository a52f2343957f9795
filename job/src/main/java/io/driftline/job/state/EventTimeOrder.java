package io.driftline.job.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * Hands the elements of each key to a handler in the order that was asked for. In event-time order
 * an element waits, in keyed state, until the watermark has passed its time; one that comes later
 * than that is handled at once and said to be late.
 *
 * @param <T> element
 */
public final class EventTimeOrder<T> {

  private final Ordering ordering;
  private final MapState<Long, List<T>> waiting;
  private final Comparator<T> tieBreak;
  private final Handler<T> handler;
  private final Wake wake;
  private final Queue<T> queue;
  private final Timers releases;

  private EventTimeOrder(
      AbstractStreamOperator<?> operator,
      Ordering ordering,
      MapState<Long, List<T>> waiting,
      Comparator<T> tieBreak,
      Handler<T> handler,
      Wake wake,
      Queue<T> queue) {
    this.ordering = ordering;
    this.waiting = waiting;
    this.tieBreak = tieBreak;
    this.handler = handler;
    this.wake = wake;
    this.queue = queue;
    this.releases = Timers.open(operator, "release", this::release);
  }

  /**
   * Handles one element; its key is current.
   *
   * @param <T> element
   */
  @FunctionalInterface
  public interface Handler<T> {
    void handle(T element, long time, boolean late) throws Exception;
  }

  /**
   * Who waits in one line. Usually each key has a line of its own, which costs nothing.
   *
   * @param <T> element
   */
  interface Queue<T> {

    /** Makes the key current under which {@code element} waits. */
    void enter(T element);

    /** Makes the key current that {@code element} belongs to. */
    void leave(T element);

    /** A line for each key. */
    static <T> Queue<T> perKey() {
      return new Queue<>() {
        @Override
        public void enter(T element) {
          // The element's key is current.
        }

        @Override
        public void leave(T element) {
          // The element's key is current.
        }
      };
    }
  }

  /** Does what is due for a key at a time, after the elements of that time; the key is current. */
  @FunctionalInterface
  public interface Wake {
    void wake(String key, long time) throws Exception;
  }

  /** Opens the order of {@code operator}; to be called when the operator opens. */
  static <T> EventTimeOrder<T> open(
      AbstractStreamOperator<?> operator,
      Ordering ordering,
      TypeInformation<T> type,
      Comparator<T> tieBreak,
      Handler<T> handler,
      Wake wake,
      Queue<T> queue) {
    MapStateDescriptor<Long, List<T>> descriptor =
        new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(type));
    return new EventTimeOrder<>(
        operator,
        ordering,
        operator.getRuntimeContext().getMapState(descriptor),
        tieBreak,
        handler,
        wake,
        queue);
  }

  /** Takes one element in: has it handled or lets it wait for its turn. */
  public void accept(T element, long time) throws Exception {
    boolean late = time <= releases.currentWatermark();
    if (late || ordering == Ordering.ARRIVAL) {
      handler.handle(element, time, late);
    } else {
      await(element, time);
    }
  }

  /**
   * Wakes the current key when the watermark has passed a time: by the timers that release
   * elements, so that the two keep their order however far the watermark moves at once.
   */
  public void wakeAt(long time) {
    releases.set(time);
  }

  /** How far event time has come in this subtask. */
  public long currentWatermark() {
    return releases.currentWatermark();
  }

  /**
   * Lets one element wait until the watermark has passed its time, whatever the order; then the
   * handler gets it again.
   */
  public void await(T element, long time) throws Exception {
    queue.enter(element);
    List<T> sameTime = waiting.get(time);
    if (sameTime == null) {
      sameTime = new ArrayList<>(1);
      releases.set(time);
    }
    sameTime.add(element);
    waiting.put(time, sameTime);
  }

  private void release(String key, long time) throws Exception {
    List<T> sameTime = waiting.get(time);
    if (sameTime != null) {
      waiting.remove(time);
      handleInOrder(new ArrayList<>(sameTime), time);
    }
    wake.wake(key, time);
  }

  private void handleInOrder(List<T> elements, long time) throws Exception {
    elements.sort(tieBreak);
    for (T element : elements) {
      queue.leave(element);
      handler.handle(element, time, false);
    }
  }
}
