package io.driftline.job.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.registry.RegistryEntries;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange.Subject;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RegistryDocumentTest {

  @Test
  void everyScalarIsATextAsItIsWritten() {
    RegistryDocument document =
        sound(
            """
            agents:
              - agent_id: 007
                version: 1.10
                owner: yes
                vendor: ~
                purpose: "null"
                systems: [2026-03-01, true]
                effective: 2026-03-01T09:30:00Z
            """);
    RegistryEntry entry = document.content().get(Subject.AGENT, "007");
    AgentRecord agent = entry.agent();
    assertThat(List.of(agent.version(), agent.owner(), agent.purpose()))
        .containsExactly("1.10", "yes", "null");
    assertThat(agent.vendor()).isNull();
    assertThat(agent.systems()).containsExactly("2026-03-01", "true");
    assertThat(entry.effective()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
  }

  @Test
  void aListThatIsNotThereIsNotDeclared() {
    assertThat(sound("people: []").declared()).containsExactly(Subject.USER);
  }

  @Test
  void tellsOfEveryRecordWhereItIsWrong() {
    assertThat(
            faults(
                """
                agents:
                  - agent_id: a
                    kind: rogue
                    grants:
                      - system: crm
                        permission: read
                        granted: 2026-03-01T00:00:00Z
                        expires: 2026-01-01T00:00:00Z
                  - agent_id: b
                    grants:
                      - {system: crm, permission: read, granted: 2026-03-01T00:00:00Z}
                      - system: crm
                        permission: read
                        granted: 2026-03-01T00:00:00Z
                        expires: 2026-01-01T00:00:00Z
                  - agent_id: a
                  - owner: ana
                people:
                  - user_id: ana
                    status: gone
                  - user_id: ben
                """))
        .containsExactly(
            "3: kind is \"rogue\"; expected one of personal, third_party, organizational",
            "15: grants[1].expires is 2026-01-01T00:00:00Z, before granted, which is"
                + " 2026-03-01T00:00:00Z",
            "17: agent_id is absent, null or empty; expected a text, as it is required",
            "20: status is \"gone\"; expected one of active, disabled, departed",
            "21: status is absent, null or empty; expected a text, as it is required");
  }

  @Test
  void tellsWhereAnIdWasUsedBefore() {
    assertThat(
            faults(
                """
                people:
                  - user_id: ana
                    status: active
                  - status: departed
                    user_id: ana
                """))
        .containsExactly("5: user_id is that of the person in line 2");
  }

  @Test
  void aFieldThatIsNotKnownIsASlipOfThePen() {
    assertThat(
            faults(
                """
                agents:
                  - agent_id: a
                    onwer: ana
                    removed: true
                    grants:
                      - sytem: crm
                        permission: read
                        granted: 2026-03-01T00:00:00Z
                poeple: []
                """))
        .containsExactly(
            "3: onwer is not known; did you mean owner?",
            "4: removed is not known",
            "6: grants[0].system is absent, null or empty; expected a text, as it is required",
            "6: sytem is not known; did you mean system?",
            "9: poeple is not known; did you mean people?");
  }

  @Test
  void aListBegunWithNothingBelowItCouldMeanTwoThings() {
    assertThat(faults("agents:\n  - agent_id: a\n    grants:\n    owner: ana\n"))
        .containsExactly(
            "3: grants is left empty; write [] for none, or leave it out if not declared");
    assertThat(faults("agents:\n"))
        .containsExactly("1: agents is no list; write [] if there are none");
  }

  @Test
  void refusesWhatIsNoRegistry() {
    assertThat(faults("")).containsExactly("1: the file is empty");
    assertThat(faults("- a"))
        .containsExactly("1: expected agents: or people:, each with a list below it");
    assertThat(faults("{}")).containsExactly("1: holds neither agents nor people");
    assertThat(faults("agents: [ana]")).containsExactly("1: expected fields of one agent");
    assertThat(faults("people: []\n---\npeople: []"))
        .containsExactly("3: a second document begins here; expected one");
    assertThat(faults("people: []\npeople: []")).containsExactly("2: people is given twice");
    assertThat(faults("people:\n  - user_id: [a\n"))
        .containsExactly("2: not YAML: expected ',' or ']', but got <stream end>");
  }

  @Test
  void refusesAliasesAndDeepNesting() {
    assertThat(faults("people: &p []\nagents: *p"))
        .containsExactly("2: *p is an alias; write out what it stands for");
    assertThat(faults("people: " + "[".repeat(20) + "]".repeat(20)))
        .containsExactly("1: nested more than 16 deep");
    assertThat(faults("people: " + "[".repeat(100_000))).hasSize(1);
  }

  @Property(tries = 300, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void whatIsShownReadsTheSame(@ForAll("registries") List<RegistryEntry> entries) {
    RegistryContent content = new RegistryContent();
    entries.forEach(content::put);
    String yaml = RegistryYaml.write(content, List.of(Subject.values()));
    RegistryDocument read = sound(yaml);
    assertThat(yaml).matches("[ -~\n]*");
    for (Subject subject : Subject.values()) {
      assertThat(read.content().all(subject)).containsExactlyElementsOf(content.all(subject));
    }
  }

  @Provide
  Arbitrary<List<RegistryEntry>> registries() {
    return RegistryEntries.records().list().ofMaxSize(4);
  }

  private static RegistryDocument sound(String yaml) {
    RegistryDocument document = RegistryDocument.parse(yaml);
    assertThat(document.faults()).isEmpty();
    return document;
  }

  private static List<String> faults(String yaml) {
    return RegistryDocument.parse(yaml).faults().stream()
        .map(fault -> fault.line() + ": " + fault.message())
        .toList();
  }
}
