package io.driftline.job.posture;

import static io.driftline.job.posture.CredentialActions.MINUTE;
import static io.driftline.job.posture.CredentialActions.START;
import static io.driftline.job.posture.CredentialActions.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.identify.IdentifiedAction;
import io.driftline.posture.CredentialUse;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CredentialTallyTest {

  @Test
  void sendsAMinuteAsOneUseBeforeTheWatermarkThatClosesIt() throws Exception {
    try (var tally = open()) {
      act(tally, "bot", "key", START + 30_000);
      act(tally, "bot", "key", START + 1_000);
      act(tally, "bot", "key", START + 2_000);
      tally.processWatermark(new Watermark(START + MINUTE - 2));
      assertThat(tally.extractOutputValues()).isEmpty();

      tally.processWatermark(new Watermark(START + MINUTE - 1));

      assertThat(tally.extractOutputValues())
          .singleElement()
          .satisfies(use -> assertThat(use.count()).isEqualTo(3))
          .satisfies(use -> assertThat(use.first()).isEqualTo(START + 1_000))
          .satisfies(use -> assertThat(use.last()).isEqualTo(START + 30_000))
          .satisfies(use -> assertThat(use.lastEventId()).isEqualTo("bot" + (START + 30_000)));
      assertThat(tally.getOutput()).last().isInstanceOf(Watermark.class);
    }
  }

  @Test
  void keepsAgentsCredentialsAndMinutesApart() throws Exception {
    try (var tally = open()) {
      act(tally, "bot", "key", START);
      act(tally, "bot", "other", START);
      act(tally, "zoe", "key", START);
      act(tally, "bot", "key", START + MINUTE);
      tally.processWatermark(new Watermark(START + MINUTE));
      assertThat(tally.extractOutputValues()).hasSize(3);
      tally.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(tally.extractOutputValues()).hasSize(4);
    }
  }

  @Test
  void keepsNothingOverABarrier() throws Exception {
    try (var tally = open()) {
      act(tally, "bot", "key", START);
      tally.prepareSnapshotPreBarrier(1);
      tally.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(tally.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void countsNothingThatNamesNoCredential() throws Exception {
    try (var tally = open()) {
      act(tally, "bot", null, START);
      tally.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(tally.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void keepsABoundedNumberOfUses() throws Exception {
    try (var tally = open()) {
      for (int i = 0; i < 20_000; i++) {
        act(tally, "bot", "key" + i, START);
      }
      assertThat(tally.extractOutputValues()).hasSize(20_000);
    }
  }

  private static OneInputStreamOperatorTestHarness<IdentifiedAction, CredentialUse> open()
      throws Exception {
    var tally =
        new OneInputStreamOperatorTestHarness<IdentifiedAction, CredentialUse>(
            new CredentialTally());
    tally.open();
    return tally;
  }

  private static void act(
      OneInputStreamOperatorTestHarness<IdentifiedAction, CredentialUse> tally,
      String agent,
      String credential,
      long time)
      throws Exception {
    tally.processElement(action(agent, credential, time), time);
  }
}
