package io.driftline.job.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.alert.OutputSchema;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ControlGateTest {

  private static final long NOON = 1_775_044_800_000L;

  private OperatorSubtaskState state;

  @Test
  void aPolicyIsTakenOnlyIfItsVersionIsAboveTheOneBefore() throws Exception {
    List<ControlRecord> out =
        pass(policy(3, null), policy(3, null), policy(2, null), policy(7, null));
    assertThat(out.get(0).policy().version()).isEqualTo(3);
    assertThat(out.get(1).deadLetter().reason()).isEqualTo(Rejection.STALE);
    assertThat(out.get(2).deadLetter().message())
        .isEqualTo("version 2 is not above 3, which holds: publish it with a higher version");
    assertThat(out.get(3).policy().version()).isEqualTo(7);
  }

  @Test
  void itRemembersWhatItAcceptedThroughARestore() throws Exception {
    pass(policy(3, null), suppression("2026-04-01T12:00:00Z", "key"));
    List<ControlRecord> out = pass(policy(3, null), suppression("2026-04-01T12:00:00Z", "key"));
    assertThat(out).extracting(each -> each.deadLetter().reason()).containsOnly(Rejection.STALE);
  }

  @Test
  void aSignedMessageIsTakenOnce() throws Exception {
    ControlRecord first = suppression("2026-04-01T12:00:00Z", "key");
    List<ControlRecord> out = pass(first, first, suppression("2026-04-01T12:00:01Z", "key"));
    assertThat(out.get(0).suppression()).isNotNull();
    assertThat(out.get(1).deadLetter().message())
        .isEqualTo("the same message was accepted before: make it anew");
    assertThat(out.get(2).suppression()).isNotNull();
  }

  @Test
  void aSignedMessageThatIsMuchOlderThanTheLatestIsRefused() throws Exception {
    List<ControlRecord> out =
        pass(
            suppression("2026-04-01T12:00:00Z", "key"),
            suppression("2026-04-01T11:00:01Z", "key"),
            suppression("2026-04-01T10:59:59Z", "key"));
    assertThat(out.get(1).suppression()).isNotNull();
    assertThat(out.get(2).deadLetter().reason()).isEqualTo(Rejection.STALE);
  }

  @Test
  void aSignedMessageMustSayWhenItWasMade() throws Exception {
    String untimed = "{\"type\":\"unsuppress\",\"id\":\"s\"}";
    assertThat(decode(untimed, "key").deadLetter().message()).startsWith("time is missing");
    String ahead = "{\"type\":\"unsuppress\",\"id\":\"s\",\"time\":\"2026-04-01T13:00:01Z\"}";
    assertThat(decode(ahead, "key").deadLetter().reason()).isEqualTo(Rejection.TIME_IN_FUTURE);
    assertThat(decode(untimed, null).suppression()).isNotNull();
  }

  @Test
  void eachAcceptedMessageIsARecordOfAChainOfItsOwn() throws Exception {
    List<String> records = new ArrayList<>();
    List<String> seals = new ArrayList<>();
    try (var gate = open()) {
      for (ControlRecord each : List.of(policy(1, "key"), policy(1, null), policy(2, null))) {
        gate.processElement(each, NOON);
      }
      gate.getSideOutput(ControlGate.CHANGES).forEach(each -> records.add(text(each.getValue())));
      gate.getSideOutput(ControlGate.SEALS).forEach(each -> seals.add(text(each.getValue())));
    }
    assertThat(records).hasSize(2);
    assertThat(records.get(0))
        .startsWith(
            "{\"schema\":\"driftline.audit-control/1\",\"chain\":\"control\","
                + "\"chain_began\":\"2026-04-01T12:00:00Z\",\"seq\":1,\"prev\":\"000")
        .contains(
            "\"type\":\"thresholds\",\"subject\":\"version 1\",\"by\":\"mara\","
                + "\"reason\":\"test\",\"signer\":\"key\",\"source\":\"control, partition 0, offset 7\"");
    String hash =
        records.get(0).substring(records.get(0).length() - 66, records.get(0).length() - 2);
    assertThat(records.get(1)).contains("\"seq\":2,\"prev\":\"" + hash + "\"");
    assertThat(seals).hasSize(2);
    assertThat(OutputSchema.named("audit-control").faults(records.get(1))).isEmpty();
    assertThat(OutputSchema.named("audit-seal").faults(seals.get(1))).isEmpty();
  }

  private List<ControlRecord> pass(ControlRecord... records) throws Exception {
    try (var gate = open()) {
      for (ControlRecord each : records) {
        gate.processElement(each, NOON);
      }
      state = gate.snapshot(1, 1);
      return gate.extractOutputValues();
    }
  }

  private OneInputStreamOperatorTestHarness<ControlRecord, ControlRecord> open() throws Exception {
    var gate = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ControlGate()));
    if (state != null) {
      gate.initializeState(state);
    }
    gate.open();
    return gate;
  }

  private static String text(AuditRecord record) {
    assertThat(record.key()).isEqualTo("control");
    return new String(record.json(), UTF_8);
  }

  private static ControlRecord policy(int version, String signer) {
    return decode(
        "{\"type\":\"thresholds\",\"version\":%d,\"by\":\"mara\",\"reason\":\"test\",\"time\":\"2026-04-01T12:00:00Z\"}"
            .formatted(version),
        signer);
  }

  private static ControlRecord suppression(String time, String signer) {
    return decode(
        "{\"type\":\"suppress\",\"id\":\"s\",\"agent\":\"a\",\"until\":\"2027-04-01T12:00:00Z\",\"by\":\"mara\",\"reason\":\"test\",\"time\":\"%s\"}"
            .formatted(time),
        signer);
  }

  private static ControlRecord decode(String message, String signer) {
    SourcePosition position = SourcePosition.inTopic("control", 0, 7);
    return ControlDecoder.decode(message.getBytes(UTF_8), position, NOON, signer);
  }
}
