package io.driftline.posture;

import static io.driftline.posture.Uses.DAY;
import static io.driftline.posture.Uses.MINUTE;
import static io.driftline.posture.Uses.START;
import static io.driftline.posture.Uses.change;
import static io.driftline.posture.Uses.listed;
import static io.driftline.posture.Uses.rotated;
import static io.driftline.posture.Uses.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Damage;
import io.driftline.feature.SensitivityTable;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgentCredentialsTest {

  private static final String BOT = "bot";
  private static final AgentCredentialsCodec CODEC =
      new AgentCredentialsCodec(CredentialSettings.defaults(), SensitivityTable.shipped());

  private AgentCredentials credentials =
      new AgentCredentials(CredentialSettings.defaults(), SensitivityTable.shipped());

  @Test
  void aCredentialThatIsNotListedOpensAFinding() {
    credentials.learn(change(BOT, START, listed("a")));
    assertThat(used("b", START + DAY))
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(PostureRule.UNKNOWN_CREDENTIAL))
        .satisfies(found -> assertThat(found.subject().credential()).isEqualTo("b"))
        .satisfies(found -> assertThat(found.owner()).isEqualTo("ann@corp.example"))
        .satisfies(found -> assertThat(found.evidence()).hasSize(1));
  }

  @Test
  void nothingIsHeldAgainstAnAgentBeforeItsRecordDeclaresCredentials() {
    assertThat(used("b", START - DAY)).isEmpty();
    credentials.learn(RegistryChange.agent(Uses.record(BOT, null), START));
    assertThat(used("b", START + DAY)).isEmpty();
  }

  @Test
  void aUseIsJudgedByWhatWasSaidOfItsTimeHoweverItCame() {
    credentials.add(use(BOT, "b", START + DAY));
    credentials.learn(change(BOT, START + 2 * DAY, listed("a")));
    credentials.learn(change(BOT, START, listed("a"), listed("b")));
    assertThat(credentials.close(START + DAY + MINUTE, false).findings()).isEmpty();
    credentials.add(use(BOT, "b", START + 2 * DAY));
    assertThat(credentials.close(START + 3 * DAY, false).findings()).hasSize(1);
  }

  @Test
  void aRecordThatComesLateAccusesOfTheLatestUse() {
    credentials.learn(change(BOT, START, listed("a"), listed("b")));
    assertThat(used("b", START + 2 * DAY)).isEmpty();
    credentials.learn(change(BOT, START + DAY, listed("a")));
    assertThat(credentials.close(START + 3 * DAY, false).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.lastSeen()).isEqualTo(START + 2 * DAY));
    assertThat(credentials.close(START + 4 * DAY, false).findings()).isEmpty();
  }

  @Test
  void aRecordThatComesLateWithdrawsWhatWasTold() {
    credentials.learn(change(BOT, START, listed("a")));
    Finding told = used("b", START + 2 * DAY).get(0);
    credentials.learn(change(BOT, START + DAY, listed("a"), listed("b")));
    assertThat(credentials.close(START + 3 * DAY, false).findings())
        .singleElement()
        .satisfies(over -> assertThat(over.id()).isEqualTo(told.id()))
        .satisfies(over -> assertThat(over.status()).isEqualTo(FindingStatus.RESOLVED))
        .satisfies(over -> assertThat(over.summary()).contains("it never was so"));
  }

  @Test
  void aCredentialThatIsRegisteredAfterwardsIsPutRightFromThenOn() {
    credentials.learn(change(BOT, START, listed("a")));
    used("b", START + 2 * DAY);
    credentials.learn(change(BOT, START + 3 * DAY, listed("a"), listed("b")));
    assertThat(credentials.close(START + 3 * DAY, false).findings()).isEmpty();
    assertThat(credentials.close(START + 3 * DAY + 1, false).findings())
        .singleElement()
        .satisfies(over -> assertThat(over.summary()).endsWith("This is so no longer."));
    credentials.learn(change(BOT, START + DAY, listed("c")));
    assertThat(credentials.close(START + 4 * DAY, false).findings()).isEmpty();
  }

  @Test
  void whatComesLateDoesNotTurnBackTheClock() {
    credentials.learn(change(BOT, START, listed("a"), listed("b")));
    credentials.learn(change(BOT, START + DAY, listed("a")));
    assertThat(used("b", START + 2 * DAY)).hasSize(1);
    assertThat(used("b", START + DAY / 2)).isEmpty();
    credentials.learn(change(BOT, START - DAY, listed("c")));
    assertThat(credentials.close(START - DAY + 1, false).findings()).isEmpty();
  }

  @Test
  void aFindingIsOverWhenItIsQuietButNotForTheEndOfInput() {
    credentials.learn(change(BOT, START, listed("a")));
    used("b", START + DAY);
    long quiet = START + 31 * DAY;
    assertThat(credentials.nextCheck()).isEqualTo(quiet);
    assertThat(credentials.close(quiet - 1, false).findings()).isEmpty();
    assertThat(credentials.close(quiet, true).findings()).isEmpty();
    assertThat(credentials.close(quiet, false).findings()).hasSize(1);
    assertThat(credentials.nextCheck()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theInventoryIsToldOfTheFirstUseAndAtMostDaily() {
    credentials.learn(change(BOT, START, listed("a"), rotated("b", START + DAY)));
    assertThat(entries("a", START)).singleElement().satisfies(this::isFirst);
    assertThat(entries("a", START + DAY - 1)).isEmpty();
    assertThat(entries("a", START + DAY))
        .singleElement()
        .satisfies(entry -> assertThat(entry.count()).isEqualTo(3))
        .satisfies(entry -> assertThat(entry.firstUsed()).isEqualTo(START))
        .satisfies(entry -> assertThat(entry.lastUsed()).isEqualTo(START + DAY));
    assertThat(entries("b", START + DAY))
        .extracting(CredentialEntry::standing)
        .containsExactly(CredentialStanding.ROTATED);
    assertThat(entries("c", START + DAY))
        .extracting(CredentialEntry::standing)
        .containsExactly(CredentialStanding.UNKNOWN);
  }

  private void isFirst(CredentialEntry entry) {
    assertThat(entry.standing()).isEqualTo(CredentialStanding.REGISTERED);
    assertThat(entry.type()).isEqualTo("api_key");
    assertThat(entry.id()).matches("[0-9a-f]{16}");
  }

  @Test
  void whatIsToldOfCredentialsAmountsToWhatTheRecordsSayInAnyOrder() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<RegistryChange> changes = randomChanges(random);
      Collections.shuffle(changes, random);
      AgentCredentials learning =
          new AgentCredentials(CredentialSettings.defaults(), SensitivityTable.shipped());
      Map<String, RecordHistory<RegisteredCredential>> told = new HashMap<>();
      for (RegistryChange each : changes) {
        for (CredentialChange news : learning.learn(each)) {
          told.computeIfAbsent(news.credential(), id -> new RecordHistory<>())
              .put(news.time(), news.listed());
        }
      }
      for (String credential : List.of("a", "b", "c")) {
        for (long time = 0; time <= 10; time++) {
          assertThat(told.getOrDefault(credential, new RecordHistory<>()).at(time))
              .as("seed %d, %s at %d", seed, credential, time)
              .isEqualTo(said(changes, credential, time));
        }
      }
    }
  }

  private static List<RegistryChange> randomChanges(Random random) {
    List<RegistryChange> changes = new ArrayList<>();
    for (int time = 0; time < 10; time++) {
      List<RegisteredCredential> list = new ArrayList<>();
      for (String credential : List.of("a", "b", "c")) {
        if (random.nextBoolean()) {
          list.add(random.nextInt(3) == 0 ? rotated(credential, 5) : listed(credential));
        }
      }
      changes.add(
          random.nextInt(5) == 0
              ? RegistryChange.removal(RegistryChange.Subject.AGENT, BOT, time)
              : RegistryChange.agent(Uses.record(BOT, list), time));
    }
    return changes;
  }

  private static RegisteredCredential said(
      List<RegistryChange> changes, String credential, long time) {
    return changes.stream()
        .filter(each -> each.time() <= time)
        .max((one, other) -> Long.compare(one.time(), other.time()))
        .map(RegistryChange::agent)
        .map(record -> record.credential(credential))
        .orElse(null);
  }

  @Test
  void recordsThatDifferInNothingThatMattersTellNothing() {
    assertThat(credentials.learn(change(BOT, START, listed("a")))).hasSize(1);
    for (int day = 1; day < 100; day++) {
      assertThat(credentials.learn(change(BOT, START + day * DAY, listed("a")))).isEmpty();
    }
  }

  @Test
  void thousandsOfCredentialsAreBounded() {
    credentials.learn(change(BOT, START, listed("a")));
    for (int i = 0; i < 3_000; i++) {
      credentials.add(use(BOT, "c" + i, START + i * MINUTE));
      while (credentials.isFull()) {
        assertThat(credentials.close(credentials.firstEnd(), false).uses()).hasSize(1);
      }
    }
    byte[] stored = CODEC.encode(credentials);
    assertThat(stored.length).isLessThan(200_000);
    credentials.close(START + DAY * 10, false);
    assertThat(credentials.log.all()).hasSize(CredentialLog.MOST);
    assertThat(CODEC.encode(credentials).length).isLessThan(60_000);
  }

  @Test
  void goesOnAfterARestoreAndRefusesDamage() {
    credentials.learn(change(BOT, START, listed("a"), rotated("d", START + DAY)));
    used("b", START + DAY);
    credentials.add(use(BOT, "c", START + 2 * DAY));
    byte[] stored = CODEC.encode(credentials);
    assertThat(CODEC.encode(CODEC.decode(stored))).isEqualTo(stored);
    AgentCredentials restored = CODEC.decode(stored);
    assertThat(restored.close(START + 3 * DAY, false))
        .isEqualTo(credentials.close(START + 3 * DAY, false));
    Damage.refusesVersion(stored, "agent credentials", 1, 1, CODEC::decode);
    Damage.refusesEveryTruncation(stored, CODEC::decode);
    Damage.survivesFlippedBits(stored, CODEC::decode);
  }

  private List<Finding> used(String credential, long time) {
    credentials.add(use(BOT, credential, time));
    return credentials.close(CredentialUse.minuteEnd(time), false).findings();
  }

  private List<CredentialEntry> entries(String credential, long time) {
    credentials.add(use(BOT, credential, time));
    return credentials.close(CredentialUse.minuteEnd(time), false).entries();
  }
}
