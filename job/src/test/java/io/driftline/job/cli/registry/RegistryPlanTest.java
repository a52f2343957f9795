package io.driftline.job.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryPlanTest {

  private static final String PRESENT =
      """
      agents:
        - agent_id: clerk
          kind: organizational
          owner: ana
          version: 2.4.1
          systems: [erp, mail]
          grants:
            - {system: erp, permission: "invoice:*", granted: 2026-01-01T00:00:00Z}
            - {system: mail, permission: "mail:send", granted: 2026-01-01T00:00:00Z}
          credentials:
            - {id: key-3, type: api_key}
          effective: 2026-01-01T00:00:00Z
        - agent_id: gone
        - agent_id: untouched
          invokers: ["*"]
      people:
        - user_id: ana
          status: active
          entitlements:
            - {system: erp, permission: "invoice:read"}
      """;
  private static final String WANTED =
      """
      agents:
        - agent_id: untouched
          invokers: ["*"]
        - agent_id: clerk
          kind: organizational
          owner: ben
          systems: [mail, erp]
          invokers: []
          grants:
            - {system: mail, permission: "mail:send", granted: 2026-01-01T00:00:00Z}
            - system: erp
              permission: "invoice:*"
              granted: 2026-01-01T00:00:00Z
              expires: 2026-12-31T00:00:00Z
              reviewed: 2026-02-01T00:00:00Z
          credentials:
            - {id: key-3, type: api_key, rotated: 2026-03-01T00:00:00Z}
            - {id: key-4}
          effective: 2026-03-01T00:00:00Z
        - agent_id: new
      people:
        - user_id: ana
          status: departed
          manager: ben
      """;

  @Test
  void showsWhatIsAddedChangedAndRemoved() throws IOException {
    assertThat(text(WANTED, PRESENT, true)).isEqualTo(golden("plan.txt"));
  }

  @Test
  void withoutPruningNobodyIsRemoved() {
    RegistryPlan plan = plan(WANTED, PRESENT, false);
    assertThat(plan.steps()).noneMatch(RegistryPlan.Step::removes);
    assertThat(PlanText.of(plan))
        .contains("agents: 1 added, 1 changed, 0 removed, 1 as they are")
        .contains("1 not in the file stay; --prune removes them");
  }

  @Test
  void pruningLeavesAloneWhomTheFileHasNoListOf() {
    RegistryPlan plan = plan("people: []", PRESENT, true);
    assertThat(plan.steps().map(step -> step.after().id())).containsExactly("ana");
  }

  @Test
  void theSameContentInAnotherOrderChangesNothing() {
    String other =
        """
        agents:
          - effective: 2026-01-01T01:00:00+01:00
            agent_id: clerk
            credentials: [{type: api_key, id: key-3}]
            grants:
              - {system: mail, permission: "mail:send", granted: 2026-01-01T00:00:00Z}
              - {system: erp, permission: "invoice:*", granted: 2026-01-01T00:00:00Z}
            kind: organizational
            owner: ana
            systems: [mail, erp]
            version: 2.4.1
        """;
    assertThat(plan(other, PRESENT, false).isEmpty()).isTrue();
  }

  @Test
  void aRecordThatDoesNotSayFromWhenOnKeepsItsDate() {
    assertThat(
            plan(PRESENT.replace("effective: 2026-01-01T00:00:00Z", ""), PRESENT, true).isEmpty())
        .isTrue();
  }

  @Test
  void nothingInARecordSteersTheTerminal() {
    String hostile = WANTED.replace("owner: ben", "owner: \"b\\u202e\"");
    assertThat(text(hostile, PRESENT, true)).doesNotContain("\u202e").contains("+ b\ufffd");
  }

  @Test
  void warnsOfWhatIsSeldomMeant() {
    RegistryDocument document =
        RegistryDocument.parse(
            """
            agents:
              - agent_id: clerk
                owner: anna
                grants:
                  - {system: "*", permission: "*", granted: 2026-01-01T00:00:00Z}
                  - {system: "*", permission: "read:*", granted: 2026-01-01T00:00:00Z}
                effective: 2026-01-01T00:00:00Z
            people:
              - user_id: root
                status: active
                entitlements: [{system: "*", permission: "*"}]
            """);
    assertThat(RegistryWarnings.of(document, content(PRESENT)))
        .containsExactly(
            new Fault(
                3,
                "owner anna is not among the people: all right only if it is a team; did you mean"
                    + " ana?"),
            new Fault(5, "grants[0] allows everything on every system"),
            new Fault(
                7,
                "the record changes, and effective does not: the change counts from"
                    + " 2026-01-01T00:00:00Z on"),
            new Fault(11, "entitlements[0] allows everything on every system"));
  }

  @Test
  void warnsOfADateThatIsMovedBack() {
    RegistryDocument document =
        RegistryDocument.parse("agents: [{agent_id: clerk, effective: 2025-01-01T00:00:00Z}]");
    assertThat(RegistryWarnings.of(document, content(PRESENT)))
        .containsExactly(
            new Fault(
                1,
                "effective is earlier than before: what is published now holds again from"
                    + " 2026-01-01T00:00:00Z on"));
  }

  @Test
  void withoutPeopleNothingIsKnownOfOwners() {
    RegistryDocument document = RegistryDocument.parse("agents: [{agent_id: a, owner: nobody}]");
    assertThat(RegistryWarnings.of(document, new RegistryContent())).isEqualTo(List.of());
  }

  private static String text(String wanted, String present, boolean prune) {
    return PlanText.of(plan(wanted, present, prune));
  }

  private static RegistryPlan plan(String wanted, String present, boolean prune) {
    RegistryDocument document = RegistryDocument.parse(wanted);
    assertThat(document.faults()).isEmpty();
    return RegistryPlan.of(document, content(present), prune);
  }

  private static RegistryContent content(String yaml) {
    return RegistryDocument.parse(yaml).content();
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = RegistryPlanTest.class.getResourceAsStream("/registry/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
