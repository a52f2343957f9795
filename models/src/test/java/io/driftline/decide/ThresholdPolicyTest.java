package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.activity.AgentKind;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Detector;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdPolicyTest {

  private static final LineSubject SUBJECT = new LineSubject(AgentKind.PERSONAL, "sales", "a1");
  private static final ThresholdRule GLOBAL = rule(ThresholdScope.GLOBAL, null, null, 70);
  private static final ThresholdRule KIND = rule(ThresholdScope.KIND, "personal", null, 80);
  private static final ThresholdRule COHORT = rule(ThresholdScope.COHORT, "sales", null, 85);
  private static final ThresholdRule AGENT = rule(ThresholdScope.AGENT, "a1", null, 90);

  @Test
  void theMostSpecificRuleDecides() {
    assertThat(line(Detector.LEVEL, GLOBAL)).isEqualTo(70);
    assertThat(line(Detector.LEVEL, KIND, GLOBAL)).isEqualTo(80);
    assertThat(line(Detector.LEVEL, GLOBAL, COHORT, KIND)).isEqualTo(85);
    assertThat(line(Detector.LEVEL, AGENT, GLOBAL, COHORT, KIND)).isEqualTo(90);
  }

  @Test
  void withinAScopeTheRuleForTheDetectorDecidesButNotAcrossScopes() {
    ThresholdRule level = rule(ThresholdScope.COHORT, "sales", Detector.LEVEL, 95);
    assertThat(line(Detector.LEVEL, COHORT, level)).isEqualTo(95);
    assertThat(line(Detector.REACH, COHORT, level)).isEqualTo(85);
    assertThat(line(Detector.LEVEL, AGENT, level)).isEqualTo(90);
  }

  @Test
  void whereNoRuleSpeaksTheConfiguredLineHolds() {
    assertThat(line(Detector.LEVEL)).isEqualTo(75);
    assertThat(line(Detector.LEVEL, rule(ThresholdScope.AGENT, "a2", null, 5))).isEqualTo(75);
    assertThat(policy(KIND).line(new LineSubject(null, "sales", "a1"), Detector.LEVEL, 75))
        .isEqualTo(75);
  }

  @Test
  void contradictionsAreRefusedWithWhatToDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy(AGENT, rule(ThresholdScope.AGENT, "a1", null, 20)))
        .withMessage("agent a1 has both line 90.0 and line 20.0: remove one of the two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy(AGENT, AGENT))
        .withMessage("agent a1 is given twice: remove one of the two");
  }

  @Test
  void aPolicyIsBounded() {
    List<ThresholdRule> many =
        IntStream.rangeClosed(0, ThresholdPolicy.MOST_RULES)
            .mapToObj(i -> rule(ThresholdScope.AGENT, "a" + i, null, 80))
            .toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPolicy(1, many, Map.of()))
        .withMessageContaining("at most 1000 rules");
  }

  @Test
  void rulesThatCannotBeMeantAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ThresholdScope.GLOBAL, "a1", null, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> rule(ThresholdScope.AGENT, "", null, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ThresholdScope.KIND, "robot", null, 1))
        .withMessageContaining("personal, third_party or organizational");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ThresholdScope.AGENT, "a1", null, 100.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(ThresholdScope.AGENT, "a1", null, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPolicy(0, List.of(GLOBAL), Map.of()));
  }

  @Test
  void itsLevelsComeBeforeThoseOfTheTable() {
    SensitivityTable shipped = SensitivityTable.shipped();
    ThresholdPolicy policy =
        new ThresholdPolicy(1, List.of(), Map.of("read", 0.9, "mail:send", 0.1));
    assertThat(policy.over(shipped).levelOf("crm:read")).isEqualTo(0.9);
    assertThat(policy.over(shipped).levelOf("mail:send")).isEqualTo(0.1);
    assertThat(policy.over(shipped).levelOf("crm:delete")).isEqualTo(shipped.levelOf("crm:delete"));
    assertThat(ThresholdPolicy.NONE.over(shipped)).isSameAs(shipped);
  }

  @Test
  void levelsThatCannotBeMeantAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPolicy(1, List.of(), Map.of("read", 1.5)))
        .withMessageContaining("sensitivity of read: the level must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPolicy(1, List.of(), Map.of("read it", 1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPolicy(1, List.of(), Map.of("read", 1.0, "READ", 0.5)))
        .withMessageContaining("given twice");
  }

  @Test
  void theStoredFormIsAsItWas() {
    byte[] stored = ThresholdPolicyCodec.encode(sample());
    assertThat(HexFormat.of().formatHex(stored))
        .isEqualTo(
            "01000000000000000702010000405180000000000004036131034056800000000000"
                + "02057265616"
                + "43feccccccccccccd"
                + "0573656e643fe0000000000000");
    assertThat(ThresholdPolicyCodec.decode(stored)).isEqualTo(sample());
  }

  @Test
  void aStoredFormThatIsUnknownOrDamagedIsRefused() {
    byte[] newer = ThresholdPolicyCodec.encode(sample());
    newer[0] = 2;
    assertThatIllegalStateException()
        .isThrownBy(() -> ThresholdPolicyCodec.decode(newer))
        .withMessageContaining("threshold policy has version 2");
    byte[] stored = ThresholdPolicyCodec.encode(sample());
    for (int length = 0; length < stored.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(stored, length);
      assertThatIllegalStateException().isThrownBy(() -> ThresholdPolicyCodec.decode(cut));
    }
  }

  private static ThresholdPolicy sample() {
    Map<String, Double> levels = new LinkedHashMap<>();
    levels.put("read", 0.9);
    levels.put("send", 0.5);
    ThresholdRule surprise = rule(ThresholdScope.AGENT, "a1", Detector.SURPRISE, 90);
    return new ThresholdPolicy(7, List.of(GLOBAL, surprise), levels);
  }

  private static double line(Detector detector, ThresholdRule... rules) {
    return policy(rules).line(SUBJECT, detector, 75);
  }

  private static ThresholdPolicy policy(ThresholdRule... rules) {
    return new ThresholdPolicy(1, List.of(rules), Map.of());
  }

  private static ThresholdRule rule(
      ThresholdScope scope, String name, Detector detector, double line) {
    return new ThresholdRule(scope, name, detector, line);
  }
}
