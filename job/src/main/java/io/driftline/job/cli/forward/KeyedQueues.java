package io.driftline.job.cli.forward;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A queue for each lane, of which only the head may be sent. */
final class KeyedQueues {

  private final Map<Delivery.Lane, Deque<Delivery>> queues = new HashMap<>();

  /**
   * Adds a delivery at the end of its lane.
   *
   * @return whether it is the head
   */
  boolean add(Delivery delivery) {
    Deque<Delivery> queue = queues.computeIfAbsent(delivery.lane(), lane -> new ArrayDeque<>());
    queue.add(delivery);
    return queue.size() == 1;
  }

  /** Whether this delivery is the head of its lane; not so if its partition was dropped. */
  boolean isHead(Delivery delivery) {
    Deque<Delivery> queue = queues.get(delivery.lane());
    return queue != null && queue.peek() == delivery;
  }

  /**
   * Takes the head of a lane away.
   *
   * @return the head that follows, or {@code null} if there is none or this was not the head
   */
  Delivery finish(Delivery head) {
    if (!isHead(head)) {
      return null;
    }
    Deque<Delivery> queue = queues.get(head.lane());
    queue.remove();
    if (queue.isEmpty()) {
      queues.remove(head.lane());
    }
    return queue.peek();
  }

  /** Forgets all lanes of these partitions. */
  void drop(Collection<TopicPartition> partitions) {
    queues.keySet().removeIf(lane -> partitions.contains(lane.partition()));
  }
}
