package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final SessionLabel SESSION = label("s1", "a", Phase.TEST, "e1");
  private static final SessionLabel QUIET = label(null, "b", Phase.TEST);
  private static final SessionLabel BASELINE = label(null, "c", Phase.BASELINE);
  private static final SessionLabel ATTACK = label(null, "c", Phase.TEST, "e3");
  private static final Labels LABELS = Labels.of(List.of(SESSION, QUIET, BASELINE, ATTACK));

  @Test
  void anEventHasTheLabelOfItsSession() {
    assertThat(LABELS.labelOf(event("e9", "a", "s1"))).contains(SESSION);
    assertThat(LABELS.labelOf(event("e9", "a", "s2"))).isEmpty();
  }

  @Test
  void anEventWithoutSessionHasTheLabelOfItsAgent() {
    assertThat(LABELS.labelOf(event("e9", "b", null))).contains(QUIET);
    assertThat(LABELS.labelOf(event("e9", "a", null))).isEmpty();
  }

  @Test
  void ofAnAgentLabelledInBothPhasesOnlyMaliciousEventsHaveALabel() {
    assertThat(LABELS.labelOf(event("e3", "c", null))).contains(ATTACK);
    assertThat(LABELS.labelOf(event("e9", "c", null))).isEmpty();
  }

  @Test
  void anEventOfUnknownAgentHasALabelOnlyIfItIsMalicious() {
    assertThat(LABELS.labelOf(event("e3", null, null))).contains(ATTACK);
    assertThat(LABELS.labelOf(event("e9", null, null))).isEmpty();
  }

  @Test
  void maliciousIsWhatAnyLabelLists() {
    assertThat(LABELS.isMalicious("e1")).isTrue();
    assertThat(LABELS.isMalicious("e2")).isFalse();
  }

  @Test
  void twoLabelsForOneSessionAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.of(List.of(SESSION, SESSION)))
        .withMessageContaining("session s1 is labelled twice");
  }

  private static SessionLabel label(String session, String agent, Phase phase, String... ids) {
    return new SessionLabel(session, agent, phase, ids.length > 0, Set.of(ids), null);
  }

  private static ScoredEvent event(String id, String agent, String session) {
    return new ScoredEvent(id, agent, session, 1, false);
  }
}
