package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedQueuesTest {

  private final KeyedQueues queues = new KeyedQueues();

  @Test
  void onlyTheOldestOfAKeyIsAHead() {
    Delivery first = Messages.delivery(1, "a");
    Delivery second = Messages.delivery(2, "a");
    Delivery other = Messages.delivery(3, "b");
    assertThat(queues.add(first)).isTrue();
    assertThat(queues.add(second)).isFalse();
    assertThat(queues.add(other)).isTrue();
    assertThat(queues.isHead(second)).isFalse();
    assertThat(queues.finish(first)).isSameAs(second);
    assertThat(queues.isHead(second)).isTrue();
    assertThat(queues.finish(second)).isNull();
    assertThat(queues.add(Messages.delivery(4, "a"))).isTrue();
  }

  @Test
  void recordsWithoutAKeyStayInOrder() {
    assertThat(queues.add(Messages.delivery(1, null))).isTrue();
    assertThat(queues.add(Messages.delivery(2, null))).isFalse();
  }

  @Test
  void aDroppedPartitionLeavesTheOthersAlone() {
    Delivery gone = Messages.delivery(1, "a");
    Delivery kept = new Delivery(Messages.of(1, 1, "a", "x"));
    queues.add(gone);
    queues.add(Messages.delivery(2, "a"));
    queues.add(kept);
    queues.drop(List.of(Messages.partition(0)));
    assertThat(queues.isHead(gone)).isFalse();
    assertThat(queues.finish(gone)).isNull();
    assertThat(queues.isHead(kept)).isTrue();
  }

  @Test
  void whatIsReadAgainAfterADropIsAnotherDelivery() {
    Delivery before = Messages.delivery(1, "a");
    queues.add(before);
    queues.drop(List.of(Messages.partition(0)));
    Delivery again = Messages.delivery(1, "a");
    assertThat(queues.add(again)).isTrue();
    assertThat(queues.finish(before)).isNull();
    assertThat(queues.isHead(again)).isTrue();
  }
}
