package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxTest {

  private final Mailbox mailbox = new Mailbox();
  private final List<Integer> run = new ArrayList<>();

  @Test
  void runsWhatWasReportedInOrderAndWithoutWaiting() throws Exception {
    mailbox.execute(() -> run.add(1));
    mailbox.execute(() -> run.add(2));
    mailbox.run(Duration.ofHours(1));
    assertThat(run).containsExactly(1, 2);
  }

  @Test
  void waitsNoLongerThanItMay() throws Exception {
    mailbox.run(Duration.ZERO);
    mailbox.run(Duration.ofMillis(1));
    assertThat(run).isEmpty();
  }
}
