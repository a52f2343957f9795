package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedAttacksTest {
  private static final SimulationSettings DEFAULTS = SimulationSettings.defaults();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -5})
  void everyKindIsPlantedOnceAndOnAnAgentOfItsOwn(long seed) {
    Map<AttackKind, List<AgentAction>> attacks = attacks(DEFAULTS.withSeed(seed));
    assertThat(attacks).containsOnlyKeys(AttackKind.values());
    assertThat(attacks.values().stream().map(PlantedAttacksTest::agents))
        .allMatch(agents -> agents.size() == 1)
        .doesNotHaveDuplicates();
    attacks.forEach((kind, actions) -> assertSize(kind, actions.size()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -5})
  void noAttackBeginsInTheCleanPart(long seed) {
    assertThat(attacks(DEFAULTS.withSeed(seed)).values())
        .allMatch(actions -> !actions.get(0).time().isBefore(DEFAULTS.attackStart()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -5})
  void attacksOtherThanTheLastingOnesDoNotOverlap(long seed) {
    Map<AttackKind, List<AgentAction>> attacks = attacks(DEFAULTS.withSeed(seed));
    attacks.keySet().removeIf(kind -> AttackScript.of(kind).parts() > 1);
    List<List<AgentAction>> inOrder = new ArrayList<>(attacks.values());
    inOrder.sort(Comparator.comparing(actions -> actions.get(0).time()));
    for (int i = 1; i < inOrder.size(); i++) {
      assertThat(inOrder.get(i).get(0).time()).isAfter(last(inOrder.get(i - 1)));
    }
  }

  @Test
  void onlyTheChosenKindsArePlanted() {
    Set<AttackKind> chosen = EnumSet.of(AttackKind.PAYMENT_FRAUD, AttackKind.OFF_HOURS_USE);
    assertThat(attacks(DEFAULTS.withAttacks(chosen))).containsOnlyKeys(chosen);
    assertThat(attacks(DEFAULTS.withAttacks(Set.of()))).isEmpty();
  }

  @Test
  void theSmallestEnterpriseAndAShortSpanHoldAllKinds() {
    SimulationSettings small =
        DEFAULTS.withAgents(8).withPeople(8).withDays(2).withActionsPerAgentDay(20);
    assertThat(attacks(small)).hasSize(13);
  }

  @Test
  void theAwakenedAgentHadBeenSilentForDays() {
    List<AgentAction> attack = attacks(DEFAULTS).get(AttackKind.DORMANT_AWAKENING);
    List<Instant> before =
        stream(DEFAULTS)
            .filter(simulated -> !simulated.malicious())
            .filter(simulated -> simulated.action().agentId().equals(attack.get(0).agentId()))
            .map(simulated -> simulated.action().time())
            .toList();
    assertThat(before).isNotEmpty();
    assertThat(Duration.between(before.get(before.size() - 1), attack.get(0).time()))
        .isGreaterThan(Duration.ofDays(3));
  }

  @Test
  void aDriftingAgentDoesMoreAndMoreOfAnotherPurposesWork() {
    List<AgentAction> drift = attacks(DEFAULTS).get(AttackKind.PURPOSE_DRIFT);
    List<Long> perSession =
        drift.stream()
            .collect(Collectors.groupingBy(AgentAction::sessionId, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Comparator.comparing(session -> startOf(session.getKey(), drift)))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(perSession).hasSize(8);
    assertThat(perSession.subList(4, 8).stream().mapToLong(n -> n).sum())
        .isGreaterThan(perSession.subList(0, 4).stream().mapToLong(n -> n).sum());
  }

  private static Instant startOf(String session, List<AgentAction> actions) {
    return actions.stream()
        .filter(action -> action.sessionId().equals(session))
        .map(AgentAction::time)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void offHoursUseHappensAtNight() {
    assertThat(attacks(DEFAULTS).get(AttackKind.OFF_HOURS_USE))
        .allMatch(action -> action.time().atOffset(ZoneOffset.UTC).getHour() < 4);
  }

  @Test
  void aStolenCredentialIsUsedFromAnAddressTheAgentNeverHad() {
    List<AgentAction> attack = attacks(DEFAULTS).get(AttackKind.CREDENTIAL_THEFT);
    String thief = attack.get(0).sourceIp();
    assertThat(attack).extracting(AgentAction::sourceIp).containsOnly(thief);
    assertThat(
            stream(DEFAULTS)
                .filter(simulated -> !simulated.malicious())
                .map(SimulatedAction::action)
                .filter(action -> action.agentId().equals(attack.get(0).agentId())))
        .noneMatch(action -> thief.equals(action.sourceIp()))
        .anyMatch(action -> action.credential().equals(attack.get(0).credential()));
  }

  @Test
  void aTakeoverHappensInTheMidstOfAnOrdinarySession() {
    String session = attacks(DEFAULTS).get(AttackKind.INJECTED_TAKEOVER).get(0).sessionId();
    assertThat(
            stream(DEFAULTS)
                .filter(simulated -> session.equals(simulated.action().sessionId()))
                .anyMatch(simulated -> !simulated.malicious()))
        .isTrue();
  }

  @Test
  void almostEveryActionOfAnAttackIsAlsoUsedHarmlesslySomewhere() {
    Set<String> harmless =
        stream(DEFAULTS)
            .filter(simulated -> !simulated.malicious())
            .map(simulated -> simulated.action().action())
            .collect(Collectors.toSet());
    Set<String> malicious =
        attacks(DEFAULTS).values().stream()
            .flatMap(List::stream)
            .map(AgentAction::action)
            .collect(Collectors.toSet());
    malicious.removeAll(harmless);
    assertThat(malicious).containsOnly("create_access_key");
  }

  private static void assertSize(AttackKind kind, int actions) {
    int most =
        switch (kind) {
          case RUNAWAY_LOOP -> 600;
          case PURPOSE_DRIFT -> 160;
          default -> 60;
        };
    assertThat(actions).as(kind.code()).isBetween(5, most);
  }

  private static Set<String> agents(List<AgentAction> actions) {
    return actions.stream().map(AgentAction::agentId).collect(Collectors.toSet());
  }

  private static Instant last(List<AgentAction> actions) {
    return actions.get(actions.size() - 1).time();
  }

  private static Stream<SimulatedAction> stream(SimulationSettings settings) {
    return new EnterpriseSimulator(settings).stream();
  }

  private static Map<AttackKind, List<AgentAction>> attacks(SimulationSettings settings) {
    Map<AttackKind, List<AgentAction>> attacks = new TreeMap<>();
    stream(settings)
        .filter(SimulatedAction::malicious)
        .forEach(
            simulated ->
                attacks
                    .computeIfAbsent(simulated.attack(), any -> new ArrayList<>())
                    .add(simulated.action()));
    return attacks;
  }
}
