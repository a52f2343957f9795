package io.driftline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final int LENGTH = 9;

  private final List<ChainLink> links = chain();

  @Test
  void aChainAsItWasWrittenIsIntact() {
    ChainReport<Integer> report = check();
    assertThat(report.isIntact()).isTrue();
    assertThat(report.faults()).isEmpty();
    assertThat(report.records()).isEqualTo(LENGTH);
    assertThat(report.end()).isEqualTo(LENGTH);
    assertThat(report.lastHash()).isEqualTo(hash(LENGTH));
    assertThat(report.unsealed()).isEqualTo(LENGTH);
  }

  @Test
  void nothingAtAllIsIntact() {
    links.clear();
    assertThat(check().isIntact()).isTrue();
  }

  @Test
  void anAlteredRecordIsFoundWhereverItStands() {
    for (int seq = 1; seq <= LENGTH; seq++) {
      List<ChainLink> altered = chain();
      altered.set(seq - 1, new ChainLink(seq, hash(seq - 1), hash(seq), false));
      assertBroken(check(altered, null, null), ChainFault.ALTERED, seq, seq, 1);
    }
  }

  @Test
  void anAlteredNumberIsFound() {
    links.set(4, new ChainLink(7, hash(4), hash(5), false));
    ChainReport<Integer> report = check();
    assertThat(report.first()).isEqualTo(new BrokenLink<>(ChainFault.ALTERED, 7, 5));
    assertThat(report.faults())
        .containsExactlyInAnyOrderEntriesOf(Map.of(ChainFault.ALTERED, 1L, ChainFault.MISSING, 1L));
  }

  @Test
  void aMissingRecordIsNamedWhereTheNextOneStands() {
    for (int seq = 1; seq < LENGTH; seq++) {
      List<ChainLink> cut = chain();
      cut.remove(seq - 1);
      assertBroken(check(cut, null, null), ChainFault.MISSING, seq, seq, 1);
    }
  }

  @Test
  void severalMissingRecordsAreCounted() {
    links.subList(2, 5).clear();
    assertBroken(check(), ChainFault.MISSING, 3, 3, 3);
  }

  @Test
  void aMissingEndIsFoundBySealOnly() {
    links.subList(7, LENGTH).clear();
    assertThat(check().isIntact()).isTrue();
    ChainReport<Integer> report = check(links, null, seal(LENGTH));
    assertThat(report.first()).isEqualTo(new BrokenLink<>(ChainFault.CUT, 8, null));
    assertThat(report.faults()).isEqualTo(Map.of(ChainFault.CUT, 2L));
  }

  @Test
  void aChainOfWhichOnlyTheSealIsLeftIsCut() {
    links.clear();
    assertThat(check(links, null, seal(LENGTH)).first())
        .isEqualTo(new BrokenLink<>(ChainFault.CUT, 1, null));
  }

  @Test
  void recordsBehindTheSealAreNotVouchedFor() {
    ChainReport<Integer> report = check(links, null, seal(6));
    assertThat(report.isIntact()).isTrue();
    assertThat(report.unsealed()).isEqualTo(3);
  }

  @Test
  void aRecordThatComesTwiceIsFound() {
    for (int seq = 1; seq <= LENGTH; seq++) {
      List<ChainLink> doubled = chain();
      doubled.add(seq, doubled.get(seq - 1));
      assertBroken(check(doubled, null, null), ChainFault.REPEATED, seq, seq + 1, 1);
    }
  }

  @Test
  void twoThatAreSwappedAreFound() {
    for (int seq = 1; seq < LENGTH; seq++) {
      List<ChainLink> swapped = chain();
      Collections.swap(swapped, seq - 1, seq);
      assertBroken(check(swapped, null, null), ChainFault.REORDERED, seq, seq, 1);
    }
  }

  @Test
  void aRecordThatIsMovedFarIsFound() {
    ChainLink moved = links.remove(2);
    links.add(moved);
    assertBroken(check(), ChainFault.REORDERED, 3, 3, 1);
  }

  @Test
  void aMissingRecordIsNotTakenForOneThatIsLate() {
    ChainLink late = links.remove(3);
    links.remove(2);
    links.add(late);
    ChainReport<Integer> report = check();
    assertThat(report.first()).isEqualTo(new BrokenLink<>(ChainFault.MISSING, 3, 3));
    assertThat(report.faults()).isEqualTo(Map.of(ChainFault.MISSING, 1L, ChainFault.REORDERED, 1L));
  }

  @Test
  void aReplacedRecordDoesNotLink() {
    links.set(4, new ChainLink(5, hash(4), other(5), true));
    assertBroken(check(), ChainFault.UNLINKED, 6, 6, 1);
  }

  @Test
  void aChainWrittenAnewIsFoundByTheSealOnly() {
    for (int seq = 5; seq <= LENGTH; seq++) {
      String before = seq == 5 ? hash(4) : other(seq - 1);
      links.set(seq - 1, new ChainLink(seq, before, other(seq), true));
    }
    assertThat(check().isIntact()).isTrue();
    assertBroken(check(links, null, seal(7)), ChainFault.REPLACED, 7, 7, 1);
    assertBroken(check(links, seal(7), null), ChainFault.REPLACED, 7, 7, 1);
    assertThat(check(links, seal(4), seal(4)).isIntact()).isTrue();
  }

  @Test
  void whatWasVerifiedBeforeMayBeGone() {
    for (int gone = 1; gone <= 6; gone++) {
      List<ChainLink> rest = chain();
      rest.subList(0, gone).clear();
      ChainReport<Integer> report = check(rest, seal(6), null);
      assertThat(report.isIntact()).as("%d gone", gone).isTrue();
      assertThat(report.begin()).isEqualTo(gone + 1);
      assertThat(report.end()).isEqualTo(LENGTH);
    }
  }

  @Test
  void whatComesBehindTheVerifiedEndMustLinkToIt() {
    links.subList(0, 6).clear();
    AuditSeal other = new AuditSeal("agent", "then", 6, other(6), "now");
    assertBroken(check(links, other, null), ChainFault.UNLINKED, 7, 1, 1);
  }

  @Test
  void whatWasNotVerifiedMayNotBeGone() {
    links.subList(0, 7).clear();
    assertBroken(check(links, seal(6), null), ChainFault.MISSING, 1, 1, 7);
  }

  private static void assertBroken(
      ChainReport<Integer> report, ChainFault fault, long seq, int position, long count) {
    assertThat(report.first()).isEqualTo(new BrokenLink<>(fault, seq, position));
    assertThat(report.faults()).isEqualTo(Map.of(fault, count));
  }

  private ChainReport<Integer> check() {
    return check(links, null, null);
  }

  private static ChainReport<Integer> check(
      List<ChainLink> links, AuditSeal verified, AuditSeal sealed) {
    ChainCheck<Integer> check = new ChainCheck<>(verified, sealed);
    for (int i = 0; i < links.size(); i++) {
      check.accept(links.get(i), i + 1);
    }
    return check.report();
  }

  private static List<ChainLink> chain() {
    List<ChainLink> links = new ArrayList<>();
    for (int seq = 1; seq <= LENGTH; seq++) {
      links.add(new ChainLink(seq, hash(seq - 1), hash(seq), true));
    }
    return links;
  }

  private static AuditSeal seal(long seq) {
    return new AuditSeal("agent", "then", seq, hash(seq), "now");
  }

  private static String hash(long seq) {
    return "%064d".formatted(seq);
  }

  private static String other(long seq) {
    return "f" + hash(seq).substring(1);
  }
}
