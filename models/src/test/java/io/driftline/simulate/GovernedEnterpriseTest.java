package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.posture.PostureRule;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernedEnterpriseTest {

  private static final GovernanceSettings SETTINGS = GovernanceSettings.defaults();
  private static final GovernedEnterprise ENTERPRISE = new GovernedEnterprise(SETTINGS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 4711})
  void exactlyWhatIsPlantedIsWrongByWhatTheRulesMean(long seed) {
    GovernanceSettings settings = SETTINGS.withSeed(seed).withAgents(seed == 1 ? 200 : 80);
    GovernedEnterprise enterprise = new GovernedEnterprise(settings);
    assertThat(judged(enterprise, settings.unusedGrantDays(), settings.dormantDays()))
        .isEqualTo(truth(enterprise));
  }

  @Test
  void underTheUsualLimitsAllIsFoundThatNeedsNoLongerSilenceThanThereIs() {
    Map<PostureJudge.Found, Long> expected = truth(ENTERPRISE);
    expected
        .keySet()
        .removeIf(
            found ->
                found.rule() == PostureRule.UNUSED_GRANT
                    || found.rule() == PostureRule.DORMANT_CREDENTIAL_USED);
    assertThat(judged(ENTERPRISE, 90, 60)).isEqualTo(expected);
  }

  @Test
  void everyRuleIsViolatedOnceByAnAgentOfItsOwn() {
    List<PlantedViolation> planted =
        ENTERPRISE.truth().stream().filter(each -> !each.companion()).toList();
    assertThat(planted)
        .extracting(PlantedViolation::rule)
        .containsExactlyInAnyOrder(PostureRule.values());
    assertThat(planted).extracting(PlantedViolation::agentId).doesNotHaveDuplicates();
  }

  @Test
  void anExpiredGrantThatIsUsedIsTheOnlyOneWithACompanion() {
    assertThat(ENTERPRISE.truth())
        .filteredOn(PlantedViolation::companion)
        .singleElement()
        .satisfies(each -> assertThat(each.rule()).isEqualTo(PostureRule.GRANT_EXPIRED))
        .satisfies(
            each -> assertThat(each.agentId()).isEqualTo(agentOf(PostureRule.EXPIRED_GRANT_USED)));
  }

  @Test
  void theSameSettingsGiveTheSameAndAnotherSeedGivesOthers() {
    GovernedEnterprise again = new GovernedEnterprise(SETTINGS);
    assertThat(again.activity()).isEqualTo(ENTERPRISE.activity());
    assertThat(again.registry()).isEqualTo(ENTERPRISE.registry());
    assertThat(again.truth()).isEqualTo(ENTERPRISE.truth());
    GovernedEnterprise other = new GovernedEnterprise(SETTINGS.withSeed(2));
    assertThat(other.activity()).isNotEqualTo(ENTERPRISE.activity());
    assertThat(other.registry()).isNotEqualTo(ENTERPRISE.registry());
    assertThat(other.truth()).isNotEqualTo(ENTERPRISE.truth());
  }

  @Test
  void everythingComesInOrderOfTimeAndEventsHaveIdsOfTheirOwn() {
    assertThat(ENTERPRISE.activity()).extracting(AgentAction::time).isSorted();
    assertThat(ENTERPRISE.registry()).extracting(RegistryChange::time).isSorted();
    assertThat(ENTERPRISE.activity()).extracting(AgentAction::eventId).doesNotHaveDuplicates();
    assertThat(ENTERPRISE.activity())
        .allMatch(
            action ->
                !action.time().isBefore(SETTINGS.start())
                    && action.time().isBefore(SETTINGS.end()));
  }

  @Test
  void changesOfAllKindsAreAmongTheHarmlessOnes() {
    List<RegistryChange> registry = ENTERPRISE.registry();
    assertThat(registry).hasSizeGreaterThan(800);
    assertThat(registry).filteredOn(RegistryChange::isRemoval).hasSizeGreaterThan(2);
    assertThat(registry)
        .filteredOn(change -> change.user() != null)
        .extracting(change -> change.user().status())
        .contains(UserStatus.DEPARTED, UserStatus.DISABLED);
    assertThat(owners(registry)).filteredOn(owners -> owners.size() > 1).hasSizeGreaterThan(5);
    assertThat(registry)
        .filteredOn(change -> change.agent() != null)
        .filteredOn(
            change ->
                change.agent().credentials().stream().anyMatch(each -> each.rotated() != null))
        .hasSizeGreaterThan(20);
  }

  @Test
  void agentsActForPeopleForSchedulesAndForEachOther() {
    assertThat(ENTERPRISE.activity())
        .filteredOn(action -> action.requester() != null)
        .extracting(action -> action.requester().type())
        .contains(Requester.Type.USER, Requester.Type.SCHEDULE, Requester.Type.AGENT);
    assertThat(ENTERPRISE.activity())
        .filteredOn(action -> action.parentAgentId() != null)
        .hasSizeGreaterThan(100)
        .anyMatch(action -> action.requester().type() == Requester.Type.USER);
  }

  @Test
  void aDisturbedOrderHoldsTheSameThingsWithinTheLateness() {
    long lateness = 300_000;
    List<AgentAction> disturbed =
        DisturbedOrder.of(ENTERPRISE.activity(), AgentAction::timeMillis, lateness, 7);
    assertThat(disturbed)
        .isNotEqualTo(ENTERPRISE.activity())
        .containsExactlyInAnyOrderElementsOf(ENTERPRISE.activity())
        .isEqualTo(DisturbedOrder.of(ENTERPRISE.activity(), AgentAction::timeMillis, lateness, 7));
    long latest = 0;
    for (AgentAction action : disturbed) {
      assertThat(latest - action.timeMillis()).isLessThanOrEqualTo(lateness);
      latest = Math.max(latest, action.timeMillis());
    }
  }

  @Test
  void refusesLimitsUnderWhichTheTruthWouldNotHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GovernanceSettings(1, 200, SETTINGS.start(), 60, 20))
        .withMessage("unusedGrantDays must lie in [8, 40], was 60");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new GovernanceSettings(1, 200, SETTINGS.start().plusSeconds(86_400), 20, 20))
        .withMessageStartingWith("start must be midnight of a Monday in UTC");
  }

  private static Map<PostureJudge.Found, Long> judged(
      GovernedEnterprise enterprise, int unusedGrantDays, int dormantDays) {
    PostureJudge judge =
        new PostureJudge(enterprise.activity(), SETTINGS.end(), unusedGrantDays, dormantDays);
    enterprise.registry().forEach(judge::registered);
    return judge.judge();
  }

  private static Map<PostureJudge.Found, Long> truth(GovernedEnterprise enterprise) {
    return enterprise.truth().stream()
        .collect(
            Collectors.toMap(
                each -> new PostureJudge.Found(each.rule(), each.agentId(), each.subject()),
                PlantedViolation::knownFrom));
  }

  private static String agentOf(PostureRule rule) {
    return ENTERPRISE.truth().stream()
        .filter(each -> each.rule() == rule && !each.companion())
        .findFirst()
        .orElseThrow()
        .agentId();
  }

  /** By agent. */
  private static List<Set<String>> owners(List<RegistryChange> registry) {
    Map<String, Set<String>> owners =
        registry.stream()
            .filter(change -> change.agent() != null && change.agent().owner() != null)
            .collect(
                Collectors.groupingBy(
                    RegistryChange::id,
                    Collectors.mapping(change -> change.agent().owner(), Collectors.toSet())));
    return List.copyOf(owners.values());
  }
}
