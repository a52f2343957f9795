package io.driftline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Dimension;
import io.driftline.explain.ValueComparison.UsualValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueClauseTest {

  private final ValueClause clause = new ValueClause(Explained.transfer(), 412);

  @Test
  void aNewValueStandsBesideTheUsualOnes() {
    assertThat(clause.of(Explained.newPermission()))
        .isEqualTo(
            "it has never used permission payments:transfer in 412 actions;"
                + " usual are crm:read (61 %), mail:send (22 %) and 3 more");
  }

  @Test
  void aRareValueHasItsShareAndIsNotListedAmongTheOthers() {
    List<UsualValue> usual = List.of(new UsualValue("mail", 0.97), new UsualValue("crm", 0.03));
    assertThat(clause.of(compared(Dimension.SYSTEM, "crm", 3, 100, 2, usual)))
        .isEqualTo("it has used system crm in 3 % of its actions; usual is mail (97 %)");
  }

  @Test
  void anAbsentValueAndAUsualAbsenceAreNamed() {
    List<UsualValue> usual = List.of(new UsualValue(null, 1));
    assertThat(clause.of(compared(Dimension.REQUESTER, "ana", 0, 50, 1, usual)))
        .isEqualTo("it has never acted for ana in 412 actions; usual is none stated (100 %)");
    assertThat(clause.of(compared(Dimension.REQUESTER, null, 0, 50, 1, List.of())))
        .isEqualTo("it has never acted without a requester in 412 actions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RESOURCE | touched DE89 in about 37 cases of create_transfer
          SCOPE | reached into DE89 in about 37 cases of create_transfer
          OUTCOME | got the answer DE89 in about 37 cases of create_transfer
          STEP | done this in this place in 412 actions
          NEXT_STEP | gone on like this from the step before in about 37 cases
          CO_OCCURRENCE | done this along with the rest of the session in about 37 cases
          CREDENTIAL | used credential DE89 in 412 actions
          NETWORK | come from network DE89 in 412 actions
          ACTION | done create_transfer in payments in 412 actions
          """)
  void everyDimensionHasItsWords(Dimension dimension, String words) {
    assertThat(clause.of(compared(dimension, "DE89", 0, 37, 4, List.of())))
        .isEqualTo("it has never " + words);
  }

  @Test
  void anHourReadsAsATimeOfDay() {
    assertThat(clause.of(compared(Dimension.HOUR, "weekend 03:00–03:59 UTC", 1, 200, 9, List.of())))
        .isEqualTo("it has been active at 03:00–03:59 UTC on a weekend in 0.5 % of its actions");
  }

  @Test
  void whatIsOnProbationSaysThatItWasDoneTooSeldomYet() {
    ValueComparison held =
        compared(Dimension.RESOURCE, "DE89", 2, 50, 9, List.of()).onProbation(true);

    assertThat(clause.of(held))
        .isEqualTo(
            "it has touched DE89 in 4 % of cases of create_transfer,"
                + " on too few days yet for that to be usual");
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEM,it has no history of its own yet",
    "RESOURCE,it has never done create_transfer in payments before",
    "NEXT_STEP,nothing is known of what follows the step before this one"
  })
  void aContextNeverSeenSaysSo(Dimension dimension, String words) {
    assertThat(clause.of(compared(dimension, "x", 0, 0, 0, List.of()))).isEqualTo(words);
  }

  private static ValueComparison compared(
      Dimension dimension,
      String observed,
      double count,
      double total,
      int distinct,
      List<UsualValue> usual) {
    return new ValueComparison(dimension, observed, count, total, distinct, usual, 0, 12, false);
  }
}
