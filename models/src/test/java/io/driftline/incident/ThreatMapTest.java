package io.driftline.incident;

import static io.driftline.incident.SignalKind.ANOMALY;
import static io.driftline.incident.SignalKind.DRIFT;
import static io.driftline.incident.SignalKind.FINDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreatMapTest {

  @Test
  void everyCodeHasItsPlace() {
    assertThat(ThreatMap.codes(ANOMALY))
        .containsAll(Arrays.stream(Feature.values()).map(Feature::code).toList())
        .containsAll(Arrays.stream(Detector.values()).map(Detector::code).toList())
        .hasSize(Feature.values().length + Detector.values().length);
    assertThat(ThreatMap.codes(DRIFT))
        .hasSize(DriftKind.values().length * DriftDimension.values().length)
        .contains("growth.permission", "level_shift.volume", "peer_divergence.system");
    assertThat(ThreatMap.codes(FINDING))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PostureRule.values()).map(PostureRule::id).toList());
  }

  @Test
  void theseAloneSayNothingAboutAThreat() {
    assertThat(silent(ANOMALY))
        .containsExactly("circumstance", "hour_rarity", "level", "outcome_rarity");
    assertThat(silent(FINDING))
        .containsExactly(
            "grant_expired",
            "incomplete_record",
            "owner_not_active",
            "ownerless_agent",
            "review_overdue",
            "unused_grant");
    assertThat(silent(DRIFT)).allMatch(code -> code.endsWith(".hour") || code.endsWith(".errors"));
  }

  private static Set<String> silent(SignalKind kind) {
    return ThreatMap.codes(kind).stream()
        .filter(
            code ->
                ThreatMap.techniques(List.of(signal(kind, code, null))).isEmpty()
                    && ThreatMap.risks(List.of(signal(kind, code, null))).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void namesEachOnceInOrderWhateverTheOrderOfSignals() {
    Signal moved = signal(ANOMALY, "session_volume", null);
    Signal used = signal(ANOMALY, "resource_risk", null);
    Signal stolen = signal(FINDING, "unknown_credential", null);

    assertThat(ThreatMap.techniques(List.of(stolen, moved, used, moved)))
        .isEqualTo(ThreatMap.techniques(List.of(used, moved, stolen)))
        .containsExactly(
            Technique.AI_AGENT_TOOL_INVOCATION,
            Technique.EXFILTRATION_VIA_TOOL,
            Technique.ACCESS_TOKEN);
    assertThat(ThreatMap.risks(List.of(stolen, moved, used)))
        .containsExactly(AgenticRisk.TOOL_MISUSE, AgenticRisk.IDENTITY_ABUSE);
  }

  @Test
  void thePermissionSaysWhatAUseWasFor() {
    assertThat(techniques("resource_risk", "s3:DeleteObject"))
        .contains(Technique.DATA_DESTRUCTION_VIA_TOOL);
    assertThat(techniques("resource_risk", "mail.send")).contains(Technique.EXFILTRATION_VIA_TOOL);
    assertThat(techniques("action_risk", "vault:read")).contains(Technique.CREDENTIAL_HARVESTING);
    assertThat(techniques("action_risk", "crm:read"))
        .containsExactly(Technique.AI_AGENT_TOOL_INVOCATION);
    assertThat(techniques("action_risk", "undeleted:sender"))
        .containsExactly(Technique.AI_AGENT_TOOL_INVOCATION);
  }

  @Test
  void thePermissionSaysNothingOfWhatIsNoUse() {
    assertThat(techniques("hour_rarity", "mail:send")).isEmpty();
    assertThat(techniques("network_rarity", "mail:delete"))
        .containsExactly(Technique.VALID_ACCOUNTS);
  }

  @Test
  void anUnknownCodeIsNoThreat() {
    assertThat(techniques("phase_of_the_moon", "mail:send")).isEmpty();
    assertThat(ThreatMap.risks(List.of())).isEmpty();
  }

  @Test
  void idsAreWrittenAsTheirAuthorsWriteThem() {
    assertThat(Technique.values())
        .allSatisfy(it -> assertThat(it.id()).matches("AML\\.T\\d{4}(\\.\\d{3})?"))
        .extracting(Technique::id)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(AgenticRisk.values())
        .extracting(AgenticRisk::id)
        .containsExactlyElementsOf(
            Stream.iterate(1, i -> i + 1).limit(10).map("ASI%02d"::formatted).toList());
    assertThat(Technique.RESOURCE_CONSUMPTION.isPart()).isTrue();
    assertThat(Technique.VALID_ACCOUNTS.isPart()).isFalse();
  }

  private static List<Technique> techniques(String code, String permission) {
    return ThreatMap.techniques(List.of(signal(ANOMALY, code, permission)));
  }

  private static Signal signal(SignalKind kind, String code, String permission) {
    return new Signal(
        "0123456789abcdef",
        kind,
        code,
        0,
        new Agent("a", null, null, null, null),
        null,
        Severity.HIGH,
        Double.NaN,
        1,
        null,
        permission,
        null,
        List.of(),
        false,
        "s");
  }
}
