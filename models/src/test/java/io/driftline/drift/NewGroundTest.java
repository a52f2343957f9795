package io.driftline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.baseline.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewGroundTest {

  private static final long START = WorkingAgent.START;
  private static final int REFERENCE_DAYS = 6;

  private final List<AgentAction> actions = new ArrayList<>();

  /** Reads in a folder at an hour of a day, counted from 0. */
  private String reads(String folder, int day, int hour) {
    return does("read_file", folder, day, hour);
  }

  private String does(String action, String folder, int day, int hour) {
    String id = "e-" + actions.size();
    actions.add(
        new AgentAction(
            id,
            Instant.ofEpochMilli(CalendarDay.start(START + day) + hour * 3_600_000L),
            new Agent(WorkingAgent.ID, AgentKind.PERSONAL, "Agent", "1.0", "team"),
            null,
            null,
            null,
            null,
            "files",
            action,
            "files:read",
            "/" + folder + "/2026/" + actions.size() + ".pdf",
            Outcome.SUCCESS,
            null,
            null,
            null));
    return id;
  }

  /** Eight hours a day in the folder of its own department. */
  private void works(int days) {
    for (int day = 0; day < days; day++) {
      for (int hour = 8; hour < 16; hour++) {
        reads("sales", day, hour);
      }
    }
  }

  private List<DriftSignal> found(int days) {
    actions.sort(Comparator.comparing(AgentAction::time));
    return Watching.all(actions, START + days).stream()
        .filter(signal -> signal.kind() == DriftKind.NEW_GROUND)
        .toList();
  }

  @Test
  void aFewDocumentsOfAnotherFolderOverSeveralDaysAreNewGround() {
    works(REFERENCE_DAYS + 3);
    String first = reads("people", 6, 9);
    reads("people", 6, 14);
    reads("people", 7, 10);
    reads("people", 8, 9);
    reads("people", 8, 13);

    List<DriftSignal> found = found(REFERENCE_DAYS + 3);

    assertThat(found).hasSize(1);
    DriftSignal signal = found.get(0);
    assertThat(signal.dimension()).isEqualTo(DriftDimension.SCOPE);
    assertThat(signal.began()).isEqualTo(CalendarDay.start(START + 6));
    assertThat(signal.found()).isEqualTo(CalendarDay.start(START + 9));
    assertThat(signal.after()).isEqualTo(5);
    assertThat(signal.evidence()).containsExactly(first);
    assertThat(signal.changes())
        .singleElement()
        .isEqualTo(new ShareChange("people", 0, 5 / 24.0, first));
    assertThat(DriftSentence.of(WorkingAgent.ID, signal))
        .isEqualTo(
            "agent-7 keeps going to people since 2026-01-11, where it hardly was before: in 21 % of"
                + " its hours instead of 0 %.");
  }

  @Test
  void manyDocumentsInOneHourAreOneHour() {
    works(REFERENCE_DAYS + 3);
    for (int day = 6; day < 9; day++) {
      for (int i = 0; i < 20; i++) {
        reads("people", day, 9);
      }
    }

    assertThat(found(REFERENCE_DAYS + 3)).isEmpty();
  }

  @Test
  void whatItAlwaysDidNowAndThenIsNoNewGround() {
    works(REFERENCE_DAYS + 3);
    reads("people", 1, 9);
    for (int day = 6; day < 9; day++) {
      reads("people", day, 9);
      reads("people", day, 14);
    }

    assertThat(found(REFERENCE_DAYS + 3)).isEmpty();
  }

  @Test
  void aNewTaskInAFolderOfItsOwnIsNoNewGround() {
    works(REFERENCE_DAYS + 3);
    for (int day = 6; day < 9; day++) {
      does("read_invoice", "invoices", day, 9);
      does("read_invoice", "invoices", day, 14);
    }

    assertThat(found(REFERENCE_DAYS + 3)).isEmpty();
  }

  @Test
  void inTheFirstDaysAllGroundIsNew() {
    works(5);
    for (int day = 2; day < 5; day++) {
      reads("people", day, 9);
      reads("people", day, 14);
    }

    assertThat(found(5)).isEmpty();
  }

  @Test
  void itIsRaisedOnceWhileItLasts() {
    works(REFERENCE_DAYS + 6);
    for (int day = 6; day < 12; day++) {
      reads("people", day, 9);
      reads("people", day, 14);
    }

    assertThat(found(REFERENCE_DAYS + 6)).hasSize(1);
  }

  @Test
  void whatWasAcceptedIsNotRaisedAgain() {
    works(REFERENCE_DAYS + 9);
    for (int day = 6; day < 15; day++) {
      reads("people", day, 9);
      reads("people", day, 14);
    }
    actions.sort(Comparator.comparing(AgentAction::time));
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    List<AgentAction> before = until(REFERENCE_DAYS + 3);
    assertThat(Watching.all(monitor, before, START + REFERENCE_DAYS + 3)).hasSize(1);

    assertThat(monitor.accept(DriftKind.NEW_GROUND, DriftDimension.SCOPE)).isTrue();

    List<AgentAction> after = actions.subList(before.size(), actions.size());
    assertThat(Watching.all(monitor, after, START + REFERENCE_DAYS + 9)).isEmpty();
  }

  private List<AgentAction> until(int day) {
    return actions.stream()
        .filter(action -> CalendarDay.of(action.timeMillis()) < START + day)
        .toList();
  }

  @Test
  void aNewTaskThatHasBecomeAHabitIsNoNewGroundEither() {
    works(30);
    does("read_invoice", "invoices", 20, 9);
    does("read_invoice", "invoices", 21, 9);
    for (int day = 26; day < 30; day++) {
      does("read_invoice", "invoices", day, 9);
      does("read_invoice", "invoices", day, 14);
    }

    assertThat(found(30)).isEmpty();
  }

  @Test
  void whereItWasOnceBeforeTheEvidenceIsOfToday() {
    works(30);
    reads("people", 3, 9);
    String today = null;
    for (int day = 26; day < 29; day++) {
      today = reads("people", day, 9);
      reads("people", day, 14);
    }

    DriftSignal signal = found(29).get(0);

    assertThat(signal.evidence()).containsExactly(today);
    assertThat(signal.changes().get(0).firstEvent()).isNull();
  }

  @Test
  void aStoredMonitorFindsTheSame() {
    works(REFERENCE_DAYS + 3);
    for (int day = 6; day < 9; day++) {
      reads("people", day, 9);
      reads("people", day, 14);
    }
    actions.sort(Comparator.comparing(AgentAction::time));
    DriftMonitorCodec codec = new DriftMonitorCodec(DriftSettings.defaults());
    DriftMonitor monitor = new DriftMonitor(DriftSettings.defaults());
    Watching.all(monitor, actions.subList(0, 60), START + 7);

    DriftMonitor restored = codec.decode(codec.encode(monitor));

    assertThat(Watching.all(restored, actions.subList(60, actions.size()), START + 9))
        .isEqualTo(Watching.all(monitor, actions.subList(60, actions.size()), START + 9))
        .isNotEmpty();
  }

  @Test
  void theTailOfABinomialIsExact() {
    assertThat(Binomial.tail(10, 0, 0.3)).isEqualTo(1);
    assertThat(Binomial.tail(10, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-15));
    assertThat(Binomial.tail(3, 2, 0.25)).isCloseTo(10 / 64.0, within(1e-15));
    assertThat(Binomial.tail(3, 4, 0.25)).isZero();
  }

  @Test
  void onlyPathsLieInFolders() {
    assertThat(Scope.folder("/people/budget/2026/a.csv")).isEqualTo("people");
    assertThat(Scope.folder("path=people/a.csv")).isEqualTo("people");
    assertThat(Scope.folder("C:\\people\\a.csv")).isEqualTo("people");
    assertThat(Scope.folder("a.csv")).isNull();
    assertThat(Scope.folder("/")).isNull();
    assertThat(Scope.folder("https://example.org/people/a")).isNull();
    assertThat(Scope.folder("example.org/people/a")).isNull();
    assertThat(Scope.folder("ann@example.org")).isNull();
    assertThat(Scope.folder(null)).isNull();
  }
}
