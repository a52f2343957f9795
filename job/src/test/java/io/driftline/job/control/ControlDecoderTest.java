package io.driftline.job.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Feedback;
import io.driftline.decide.FeedbackKind;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.decide.ThresholdScope;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.forest.Detector;
import io.driftline.incident.SignalKind;
import io.driftline.incident.Suppression;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.tune.PublishedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlDecoderTest {

  private static final SourcePosition POSITION = SourcePosition.inTopic("control", 0, 7);
  private static final String ACCEPTANCE =
      "{\"type\":\"accept_drift\",\"agent_id\":\"a\",\"kind\":\"growth\",\"dimension\":\"system\"}";

  private static final String SUPPRESSION =
      "{\"type\":\"suppress\",\"id\":\"quarter-end\",\"agent\":\"finance-*\",\"kind\":\"anomaly\","
          + "\"code\":\"session_volume\",\"until\":\"2026-04-01T12:00:00Z\",\"by\":\"mara\","
          + "\"reason\":\"closing of the books\"}";

  private static final String POLICY =
      "{\"type\":\"thresholds\",\"version\":3,\"rules\":[{\"scope\":\"cohort\",\"name\":\"sales\","
          + "\"detector\":\"level\",\"line\":85}],\"sensitivity\":{\"send\":0.9},\"by\":\"mara\","
          + "\"reason\":\"too many\"}";

  private static final String FEEDBACK =
      "{\"type\":\"feedback\",\"alert_id\":\"00aa\",\"verdict\":\"false_positive\",\"agent_id\":\"a\","
          + "\"event_id\":\"e1\",\"system\":\"bank\",\"action\":\"pay\",\"permission\":\"bank:transfer\","
          + "\"detector\":\"surprise\",\"detectors\":[\"behaviour\"],\"by\":\"mara\","
          + "\"reason\":\"payday\"}";

  @Test
  void understandsThatADriftIsAccepted() {
    assertThat(decode(ACCEPTANCE).acceptance())
        .isEqualTo(new DriftAcceptance("a", DriftKind.GROWTH, DriftDimension.SYSTEM, 5));
    assertThat(OutputSchema.named("control").faults(ACCEPTANCE)).isEmpty();
  }

  @Test
  void understandsASuppressionThatHoldsFromTheTimeOfTheMessage() {
    assertThat(decode(SUPPRESSION).suppression())
        .isEqualTo(
            new SuppressionChange(
                "quarter-end",
                new Suppression(
                    "quarter-end",
                    "finance-*",
                    SignalKind.ANOMALY,
                    "session_volume",
                    null,
                    null,
                    5,
                    1_775_044_800_000L,
                    "mara",
                    "closing of the books"),
                5));
    assertThat(OutputSchema.named("control").faults(SUPPRESSION)).isEmpty();
  }

  @Test
  void understandsThatASuppressionEnds() {
    String message = "{\"type\":\"unsuppress\",\"id\":\"quarter-end\"}";
    assertThat(decode(message).suppression())
        .isEqualTo(new SuppressionChange("quarter-end", null, 5));
    assertThat(OutputSchema.named("control").faults(message)).isEmpty();
  }

  @Test
  void understandsAPolicyAsAWhole() {
    PublishedPolicy published = decode(POLICY).policy();
    assertThat(published.version()).isEqualTo(3);
    assertThat(published.from()).isNull();
    assertThat(published.policy())
        .isEqualTo(
            new ThresholdPolicy(
                3,
                List.of(new ThresholdRule(ThresholdScope.COHORT, "sales", Detector.LEVEL, 85)),
                Map.of("send", 0.9)));
    assertThat(OutputSchema.named("control").faults(POLICY)).isEmpty();
  }

  @Test
  void understandsAVerdictOnAnAnomaly() {
    Feedback feedback = decode(FEEDBACK).feedback();
    assertThat(feedback.kind()).isEqualTo(FeedbackKind.FALSE_POSITIVE);
    assertThat(feedback.pattern())
        .isEqualTo(Feedback.patternOf("a", "bank", "pay", "bank:transfer"));
    assertThat(feedback.detectors()).isEqualTo(0b101);
    assertThat(OutputSchema.named("control").faults(FEEDBACK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":3 | \"version\":0 | NUMBER_OUT_OF_RANGE | version must be at least 1",
        "\"line\":85 | \"line\":101 | NUMBER_OUT_OF_RANGE "
            + "| rules[0].line is 101; expected a number from 0 to 100",
        "\"by\":\"mara\", |  | MISSING_FIELD | by is missing; expected a string",
        "\"send\":0.9 | \"send it\":0.9 | INCONSISTENT "
            + "| sensitivity of send it: two columns were expected, got 3: write a pattern, blanks and"
            + " a level from 0 to 1, for example 'mail:send 0.75'",
      })
  void aPolicyOfWhichAnyPartIsWrongSaysNothing(
      String sound, String wrong, Rejection reason, String text) {
    var refused = decode(POLICY.replace(sound, wrong == null ? "" : wrong)).deadLetter();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).isEqualTo(text);
  }

  @Test
  void refusesASuppressionOfEverything() {
    String message =
        "{\"type\":\"suppress\",\"id\":\"s\",\"until\":\"2026-04-01T12:00:00Z\","
            + "\"by\":\"mara\",\"reason\":\"noise\"}";
    assertThat(decode(message).deadLetter().message())
        .isEqualTo(
            "suppression s would hide everything: name an agent, kind, code, system or permission");
    assertThat(OutputSchema.named("control").faults(message)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY, the control message has no bytes; expected an object",
    "'[]', NOT_AN_OBJECT, the control message is not a JSON object",
    "'{', NOT_JSON, 'the control message is not JSON, at byte 1'",
    "'{} {}', NOT_JSON, 'the control message is not JSON, at byte 3'",
    "'{}', MISSING_FIELD, type is missing; expected a string",
    "'{\"type\":\"mute\"}', UNKNOWN_VALUE, 'type is not known; expected one of accept_drift, suppress, unsuppress,"
        + " thresholds, feedback'",
    "'{\"type\":\"suppress\",\"id\":\"s\",\"agent\":\"a\",\"until\":\"soon\"}', TIME_MALFORMED, "
        + "'until is no RFC 3339 date-time, as 2026-01-31T12:00:00Z is'",
    "'{\"type\":\"suppress\",\"id\":\"s\",\"agent\":\"a\",\"until\":\"1970-01-01T00:00:00Z\","
        + "\"by\":\"b\",\"reason\":\"r\"}', INCONSISTENT, "
        + "'suppression s ends before it begins: until must be later'",
    "'{\"type\":\"accept_drift\",\"agent_id\":3}', WRONG_TYPE, "
        + "agent_id is not a string with something in it",
    "'{\"type\":\"accept_drift\",\"agent_id\":\"a\",\"kind\":\"groth\"}', UNKNOWN_VALUE, "
        + "'kind is not known; expected one of mix_shift, growth, level_shift, peer_divergence,"
        + " new_ground'",
  })
  void saysWhyItRefusesAMessage(String message, Rejection reason, String text) {
    var refused = decode(message).deadLetter();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).isEqualTo(text);
    assertThat(refused.position()).isEqualTo(POSITION);
    assertThat(new String(refused.original(), UTF_8)).isEqualTo(message);
  }

  @Test
  void aTombstoneIsRefused() {
    assertThat(ControlDecoder.decode(null, POSITION, 5).deadLetter().reason())
        .isEqualTo(Rejection.EMPTY);
  }

  @Test
  void anyBytesGiveExactlyOneResult() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = ACCEPTANCE.getBytes(UTF_8);
      for (int damage = random.nextInt(4); damage >= 0; damage--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(ControlDecoder.decode(bytes, POSITION, 5)).isNotNull();
    }
  }

  private static ControlRecord decode(String message) {
    return ControlDecoder.decode(message.getBytes(UTF_8), POSITION, 5);
  }
}
