package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.activity.AgentAction;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnterpriseSimulatorTest {
  private static final SimulationSettings DEFAULTS = SimulationSettings.defaults();
  private static final List<SimulatedAction> ACTIONS =
      new EnterpriseSimulator(DEFAULTS).stream().toList();

  /** Changes whenever the simulated behaviour does; results measured before are then history. */
  private static final String GOLDEN = "8566b87e5e7aac74";

  @Test
  void theSameSeedGivesTheSameActions() {
    assertThat(new EnterpriseSimulator(DEFAULTS).stream()).containsExactlyElementsOf(ACTIONS);
  }

  @Test
  void theDefaultsGiveTheKnownActions() {
    assertThat(hash(ACTIONS)).isEqualTo(GOLDEN);
  }

  @Test
  void anotherSeedGivesOtherActions() {
    assertThat(hash(new EnterpriseSimulator(DEFAULTS.withSeed(43)).stream().toList()))
        .isNotEqualTo(GOLDEN);
  }

  @Test
  void neitherLocaleNorTimeZoneMatters() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(new EnterpriseSimulator(DEFAULTS).stream()).containsExactlyElementsOf(ACTIONS);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void actionsComeInOrderOfTimeAndWithinTheSpan() {
    assertThat(ACTIONS)
        .extracting(simulated -> simulated.action().time())
        .isSorted()
        .allMatch(time -> !time.isBefore(DEFAULTS.start()) && time.isBefore(DEFAULTS.end()));
  }

  @Test
  void everyActionHasAnIdOfItsOwnThatLooksLikeAllOthers() {
    List<String> ids = ACTIONS.stream().map(simulated -> simulated.action().eventId()).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
  }

  @Test
  void everyActionNamesARegisteredAgentAnOutcomeAndAPermissionOfItsSystem() {
    Set<String> registered =
        new EnterpriseSimulator(DEFAULTS)
            .enterprise().registry().stream()
                .map(agent -> agent.agentId())
                .collect(Collectors.toSet());
    assertThat(ACTIONS)
        .extracting(SimulatedAction::action)
        .allMatch(action -> registered.contains(action.agentId()))
        .allMatch(action -> action.permission().startsWith(action.system() + ":"))
        .allMatch(action -> action.outcome() != null && action.credential() != null)
        .allMatch(action -> action.bytes() == null || action.bytes() > 0);
  }

  @Test
  void aSessionBelongsToOneAgentAndNeverPausesForHalfAnHour() {
    for (List<AgentAction> session : sessions()) {
      assertThat(session).extracting(AgentAction::agentId).containsOnly(session.get(0).agentId());
      for (int i = 1; i < session.size(); i++) {
        assertThat(Duration.between(session.get(i - 1).time(), session.get(i).time()))
            .isLessThan(Duration.ofMinutes(30));
      }
    }
  }

  @Test
  void fewAgentsSendNoSessionId() {
    Set<String> without =
        ACTIONS.stream()
            .map(SimulatedAction::action)
            .filter(action -> action.sessionId() == null)
            .map(AgentAction::agentId)
            .collect(Collectors.toSet());
    assertThat(without).hasSize(3);
  }

  @Test
  void someCallsFailAndSomeAreAlwaysOnNewThings() {
    double failed =
        ACTIONS.stream()
                .filter(simulated -> simulated.action().bytes() == null)
                .map(simulated -> simulated.action().outcome().code())
                .filter(outcome -> !outcome.equals("success"))
                .count()
            / (double) ACTIONS.size();
    assertThat(failed).isBetween(0.005, 0.03);
    long messages = distinctResources("mail:read");
    assertThat(messages).isGreaterThan(distinctResources("chat:post") * 5);
  }

  @Test
  void whatWasHandedOutIsNotKept() {
    Iterator<SimulatedAction> actions = new EnterpriseSimulator(DEFAULTS).iterator();
    List<WeakReference<SimulatedAction>> handedOut = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      handedOut.add(new WeakReference<>(actions.next()));
    }
    for (int i = 0; i < 4000; i++) {
      actions.next();
    }
    System.gc();
    assertThat(handedOut).allMatch(reference -> reference.get() == null);
    assertThat(actions.hasNext()).isTrue();
  }

  @Test
  void aCenturyBeginsAsQuicklyAsADay() {
    Iterator<SimulatedAction> century =
        new EnterpriseSimulator(DEFAULTS.withDays(36_500).withAttacks(Set.of())).iterator();
    assertThat(century.next().action().time()).isBefore(DEFAULTS.start().plus(Duration.ofDays(1)));
  }

  @Test
  void endsWithAnErrorThatSaysSo() {
    Iterator<SimulatedAction> actions =
        new EnterpriseSimulator(DEFAULTS.withAttacks(Set.of()).withDays(1)).iterator();
    actions.forEachRemaining(action -> {});
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(actions::next)
        .withMessage("the simulation ended at 2026-01-29T00:00:00Z");
  }

  private static long distinctResources(String permission) {
    return ACTIONS.stream()
        .map(SimulatedAction::action)
        .filter(action -> action.permission().equals(permission) && action.resource() != null)
        .map(AgentAction::resource)
        .distinct()
        .count();
  }

  private static Collection<List<AgentAction>> sessions() {
    return ACTIONS.stream()
        .map(SimulatedAction::action)
        .filter(action -> action.sessionId() != null)
        .collect(Collectors.groupingBy(AgentAction::sessionId))
        .values();
  }

  private static String hash(List<SimulatedAction> actions) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      actions.forEach(action -> digest.update(action.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
