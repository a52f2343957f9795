package io.driftline.job.posture;

import static io.driftline.job.posture.CredentialActions.DAY;
import static io.driftline.job.posture.CredentialActions.MINUTE;
import static io.driftline.job.posture.CredentialActions.START;
import static io.driftline.job.posture.CredentialActions.action;
import static io.driftline.job.posture.CredentialActions.current;
import static io.driftline.job.posture.CredentialActions.lists;
import static io.driftline.job.posture.CredentialActions.rotated;
import static io.driftline.posture.FindingStatus.OPEN;
import static io.driftline.posture.FindingStatus.RESOLVED;
import static io.driftline.posture.PostureRule.ROTATED_CREDENTIAL_USED;
import static io.driftline.posture.PostureRule.SHARED_CREDENTIAL;
import static io.driftline.posture.PostureRule.UNKNOWN_CREDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.CredentialStanding;
import io.driftline.posture.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialFlowTest {

  private CredentialRun run;

  @BeforeEach
  void open() throws Exception {
    run = new CredentialRun(CredentialSettings.defaults());
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  @Test
  void anAccusationWaitsUntilTheRegistryHasSpokenOfThatTime() throws Exception {
    run.learn(lists("bot", START, current("a")));
    run.act(action("bot", "b", START + DAY));
    run.watermark(START + DAY);
    assertThat(run.findings()).isEmpty();
    run.watermark(START + DAY + MINUTE);
    assertThat(run.findings()).extracting(Finding::rule).containsExactly(UNKNOWN_CREDENTIAL);
  }

  @Test
  void whatTheRegistrySaysInTimeNeedsNoAccusation() throws Exception {
    run.learn(lists("bot", START, current("a")));
    run.act(action("bot", "b", START + DAY));
    run.watermark(START + DAY);
    run.learn(lists("bot", START + DAY, current("a"), current("b")));
    run.watermark(START + 2 * DAY);
    assertThat(run.findings()).isEmpty();
  }

  @Test
  void aRotationThatIsToldLateAccusesAllTheSame() throws Exception {
    run.learn(lists("bot", START, current("a")));
    run.act(action("bot", "a", START + 2 * DAY));
    run.watermark(START + 3 * DAY);
    assertThat(run.findings()).isEmpty();
    run.learn(lists("bot", START + DAY, rotated("a", START + DAY), current("b")));
    run.watermark(START + 4 * DAY);
    assertThat(run.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(ROTATED_CREDENTIAL_USED))
        .satisfies(found -> assertThat(found.owner()).isEqualTo("ann"))
        .satisfies(found -> assertThat(found.lastSeen()).isEqualTo(START + 2 * DAY));
  }

  @Test
  void aCredentialThatARecordListsNoLongerIsRotatedNoLonger() throws Exception {
    run.learn(lists("bot", START, rotated("a", START), current("b")));
    run.act(action("zoe", "a", START + DAY));
    run.watermark(START + 2 * DAY);
    run.learn(lists("bot", START + 3 * DAY, current("b")));
    run.watermark(START + 4 * DAY);
    assertThat(run.findings())
        .extracting(Finding::rule)
        .containsExactly(ROTATED_CREDENTIAL_USED, ROTATED_CREDENTIAL_USED);
    assertThat(run.findings()).extracting(Finding::status).containsExactly(OPEN, RESOLVED);
  }

  @Test
  void oneEventIsToldOnceHoweverMuchTimePassesAfterIt() throws Exception {
    run.learn(lists("bot", START, current("a")));
    run.act(action("bot", "b", START + DAY));
    for (int day = 2; day < 30; day++) {
      run.watermark(START + day * DAY);
      run.restore();
    }
    assertThat(run.findings()).hasSize(1);
  }

  @Test
  void sharingEndsByTimeAlone() throws Exception {
    run.act(action("zoe", "a", START));
    run.act(action("bot", "a", START + DAY));
    run.watermark(START + 2 * DAY);
    assertThat(run.findings()).extracting(Finding::rule).containsExactly(SHARED_CREDENTIAL);
    run.watermark(START + 29 * DAY);
    assertThat(run.findings()).hasSize(1);
    run.watermark(START + 32 * DAY);
    assertThat(run.findings()).extracting(Finding::status).containsExactly(OPEN, RESOLVED);
  }

  @Test
  void sharingGoesOnWhenOneOfThreeStops() throws Exception {
    run.act(action("kim", "a", START));
    run.act(action("zoe", "a", START + MINUTE));
    run.act(action("bot", "a", START + 2 * MINUTE));
    run.act(action("kim", "a", START + 10 * DAY));
    run.act(action("zoe", "a", START + 10 * DAY));
    run.watermark(START + 34 * DAY);
    assertThat(run.findings()).extracting(Finding::status).doesNotContain(RESOLVED);
    run.watermark(START + 42 * DAY);
    assertThat(run.findings())
        .filteredOn(found -> found.status() == RESOLVED)
        .extracting(Finding::agentId)
        .containsExactly("zoe");
  }

  @Test
  void moreThanCanWaitIsJudgedEarly() throws Exception {
    for (int minute = 0; minute < 1_500; minute++) {
      run.act(action("bot", "a", START + minute * MINUTE));
    }
    run.barrier();
    assertThat(run.inventory()).isNotEmpty();
    run.watermark(START + 2 * DAY);
    assertThat(run.inventory()).extracting(CredentialEntry::count).containsExactly(1L, 1441L);
  }

  @Test
  void theEndOfBoundedInputEndsNoFinding() throws Exception {
    run.act(action("zoe", "a", START));
    run.act(action("bot", "a", START + DAY));
    run.watermark(Long.MAX_VALUE);
    assertThat(run.findings()).extracting(Finding::status).containsExactly(OPEN);
  }

  @Test
  void theInventoryIsToldOfTheFirstUseAndAtMostDaily() throws Exception {
    run.learn(lists("bot", START, current("a")));
    for (int hour = 0; hour < 72; hour++) {
      run.act(action("bot", "a", START + hour * 60 * MINUTE));
      run.act(action("zoe", "z", START + hour * 60 * MINUTE));
    }
    run.watermark(START + 4 * DAY);
    List<CredentialEntry> entries =
        run.inventory().stream().filter(entry -> entry.agent().id().equals("bot")).toList();
    assertThat(entries).extracting(CredentialEntry::count).containsExactly(1L, 25L, 49L);
    assertThat(entries)
        .extracting(CredentialEntry::standing)
        .containsOnly(CredentialStanding.REGISTERED);
    assertThat(run.inventory()).hasSize(6);
  }

  @Test
  void whatIsRegisteredStaysAndAllElseIsForgotten() throws Exception {
    run.learn(lists("bot", START - 3000 * DAY, current("a")));
    run.act(action("bot", "b", START));
    run.act(action("zoe", "z", START));
    run.watermark(START + DAY);
    run.watermark(START + 400 * DAY);
    run.watermark(START + 800 * DAY);
    run.restore();
    assertThat(run.entriesInState()).isEqualTo(2);
    run.act(action("bot", "b", START + 800 * DAY));
    run.watermark(START + 801 * DAY);
    assertThat(run.findings()).extracting(Finding::status).containsExactly(OPEN, RESOLVED, OPEN);
    assertThat(run.findings().get(2).id()).isNotEqualTo(run.findings().get(0).id());
  }

  @Test
  void aLeapOfEventTimeLosesNothingThatWasStillToBeJudged() throws Exception {
    run.act(action("zoe", "a", START));
    run.act(action("bot", "a", START + DAY));
    run.watermark(START + 1000 * DAY);
    assertThat(run.findings()).extracting(Finding::status).containsExactly(OPEN, RESOLVED);
    assertThat(run.inventory()).hasSize(2);
  }

  @Test
  void aFindingThatGoesOnForWeeksNeedsFewTimers() throws Exception {
    run.learn(lists("bot", START, current("a")));
    for (int hour = 0; hour < 20 * 24; hour++) {
      run.act(action("bot", "b", START + hour * 60 * MINUTE));
      run.watermark(START + hour * 60 * MINUTE);
    }
    assertThat(run.timers()).isLessThan(50);
  }
}
