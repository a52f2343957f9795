package io.driftline.posture;

import static io.driftline.posture.Uses.DAY;
import static io.driftline.posture.Uses.START;
import static io.driftline.posture.Uses.listed;
import static io.driftline.posture.Uses.rotated;
import static io.driftline.posture.Uses.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Damage;
import io.driftline.registry.RegisteredCredential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CredentialWatchTest {

  private static final CredentialSettings SETTINGS = CredentialSettings.ofDays(30, 20, 30);
  private static final CredentialWatchCodec CODEC = new CredentialWatchCodec(SETTINGS);

  private final CredentialWatch watch = new CredentialWatch(SETTINGS);

  @Test
  void twoAgentsWithOneCredentialAreOneFinding() {
    assertThat(used("zoe", 0)).isEmpty();
    assertThat(used("bot", 1))
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(PostureRule.SHARED_CREDENTIAL))
        .satisfies(found -> assertThat(found.agentId()).isEqualTo("bot"))
        .satisfies(found -> assertThat(found.summary()).contains("which zoe uses, too"));
    assertThat(used("kim", 1)).extracting(Finding::status).doesNotContain(FindingStatus.OPEN);
  }

  @Test
  void sharingIsOverThirtyDaysAfterOnlyOneUsesIt() {
    used("zoe", 0);
    used("bot", 1);
    for (int day = 2; day < 30; day++) {
      assertThat(used("bot", day))
          .extracting(Finding::status)
          .doesNotContain(FindingStatus.RESOLVED);
    }
    long end = START + 30 * DAY;
    assertThat(watch.nextCheck()).isEqualTo(end);
    assertThat(statuses(watch.close(end, true))).isEmpty();
    assertThat(statuses(watch.close(end, false))).containsExactly(FindingStatus.RESOLVED);
    assertThat(used("bot", 31)).isEmpty();
  }

  @Test
  void aRotatedCredentialThatIsUsedIsToldOnceAndAgainWhenItDoubles() {
    learn("bot", 0, rotated("key", START + DAY));
    assertThat(used("bot", 0)).isEmpty();
    assertThat(statuses(used("bot", 1))).containsExactly(FindingStatus.OPEN);
    assertThat(statuses(watch.close(START + 2 * DAY, false))).isEmpty();
    assertThat(statuses(used("bot", 3))).containsExactly(FindingStatus.UPDATED);
  }

  @Test
  void aRotationThatComesLateAccusesAndOneThatIsTakenBackWithdraws() {
    learn("bot", 0, listed("key"));
    assertThat(used("bot", 5)).isEmpty();
    learn("bot", 1, rotated("key", START + DAY));
    assertThat(statuses(watch.close(START + 6 * DAY, false))).containsExactly(FindingStatus.OPEN);
    learn("bot", 1, listed("key"));
    assertThat(watch.close(START + 7 * DAY, false))
        .singleElement()
        .satisfies(over -> assertThat(over.summary()).contains("it never was so"));
  }

  @Test
  void aDormantCredentialIsToldOnceAndALateUseWithdrawsIt() {
    used("bot", 0);
    assertThat(used("bot", 25))
        .singleElement()
        .satisfies(
            found -> assertThat(found.rule()).isEqualTo(PostureRule.DORMANT_CREDENTIAL_USED));
    watch.add(use("zoe", "key", START + 12 * DAY));
    assertThat(watch.close(START + 26 * DAY, false))
        .anyMatch(
            over ->
                over.rule() == PostureRule.DORMANT_CREDENTIAL_USED
                    && over.summary().contains("it never was so"));
  }

  @Test
  void theOrderWithinTheLatenessMakesNoDifference() {
    List<Runnable> news = new ArrayList<>();
    List<List<Finding>> found = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      CredentialWatch each = new CredentialWatch(SETTINGS);
      news.clear();
      news.add(() -> each.learn(new CredentialChange("key", "bot", START, listed("key"))));
      news.add(
          () ->
              each.learn(
                  new CredentialChange("key", "bot", START + DAY, rotated("key", START + DAY))));
      for (int i = 0; i < 50; i++) {
        long time = START + i * 20_000L;
        String agent = i % 7 == 3 ? "zoe" : "bot";
        news.add(() -> each.add(use(agent, "key", time)));
        news.add(() -> each.add(use(agent, "key", time + DAY)));
      }
      Collections.shuffle(news, new Random(seed));
      news.forEach(Runnable::run);
      found.add(each.close(START + 2 * DAY, false));
    }
    assertThat(found.get(0)).isNotEmpty();
    assertThat(found).allMatch(each -> each.equals(found.get(0)));
  }

  @Test
  void thousandsOfAgentsAreBounded() {
    for (int i = 0; i < 2_000; i++) {
      learn("agent-" + i, 0, listed("key"));
      used("agent-" + i, 1);
    }
    assertThat(watch.listings).hasSize(CredentialWatch.MOST_LISTING);
    assertThat(watch.users.all()).hasSize(CredentialLog.MOST);
    assertThat(CODEC.encode(watch).length).isLessThan(60_000);
  }

  @Test
  void goesOnAfterARestoreAndRefusesDamage() {
    learn("bot", 0, rotated("key", START + DAY));
    used("zoe", 0);
    used("bot", 25);
    watch.add(use("kim", "key", START + 26 * DAY));
    byte[] stored = CODEC.encode(watch);
    assertThat(CODEC.encode(CODEC.decode(stored))).isEqualTo(stored);
    CredentialWatch restored = CODEC.decode(stored);
    assertThat(restored.close(START + 27 * DAY, false))
        .isEqualTo(watch.close(START + 27 * DAY, false));
    Damage.refusesVersion(stored, "credential watch", 1, 1, CODEC::decode);
    Damage.refusesEveryTruncation(stored, CODEC::decode);
    Damage.survivesFlippedBits(stored, CODEC::decode);
  }

  private void learn(String agent, int day, RegisteredCredential listed) {
    watch.learn(new CredentialChange("key", agent, START + day * DAY, listed));
  }

  private List<Finding> used(String agent, int day) {
    watch.add(use(agent, "key", START + day * DAY));
    return watch.close(START + day * DAY + Uses.MINUTE, false);
  }

  private static List<FindingStatus> statuses(List<Finding> findings) {
    return findings.stream().map(Finding::status).toList();
  }
}
