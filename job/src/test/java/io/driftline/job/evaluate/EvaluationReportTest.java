package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

  private static final List<ScoredEvent> EVENTS =
      List.of(
          new ScoredEvent("e1", "a", "s1", 5, false),
          new ScoredEvent("e2", "a", "s2", 90, true),
          new ScoredEvent("e3", "a", "s3", 7, false));

  private static final Labels LABELS =
      Labels.of(
          List.of(
              new SessionLabel("s1", "a", Phase.TEST, false, Set.of(), null),
              new SessionLabel("s2", "a", Phase.TEST, true, Set.of("e2"), "theft")));

  private static final EvaluationReport LABELLED =
      new EvaluationReport(Evaluation.of(EVENTS, LABELS), 1.25);

  private static final EvaluationReport UNLABELLED =
      new EvaluationReport(Evaluation.of(EVENTS, Labels.none()), 0);

  @Test
  void jsonIsOneObjectWithFixedKeysInFixedOrder() {
    assertThat(LABELLED.json())
        .isEqualTo(
            "{\"events\":3,\"alerts\":1,\"seconds\":1.25,"
                + "\"event\":{\"roc_auc\":1.0,\"average_precision\":1.0,"
                + "\"recall_at_fpr_1\":1.0,\"recall_at_fpr_5\":1.0},"
                + "\"session\":{\"roc_auc\":1.0,\"average_precision\":1.0,"
                + "\"recall_at_fpr_1\":1.0,\"recall_at_fpr_5\":1.0},"
                + "\"alerts_per_1000_events\":333.3333333333333,"
                + "\"unlabelled_events\":1,\"unscored_malicious_events\":0,"
                + "\"test_alerts\":{\"events\":2,\"malicious_events\":1,\"alerts\":1,"
                + "\"malicious_alerts\":1,\"precision\":1.0},"
                + "\"attacks\":{\"hijacked_sessions\":1,\"sessions_found\":1,"
                + "\"median_malicious_actions_to_alert\":1.0,"
                + "\"kinds\":[{\"kind\":\"theft\",\"found\":1,\"missed\":0}]}}");
  }

  @Test
  void jsonIsNullWhereAFigureIsUndefined() {
    assertThat(UNLABELLED.json())
        .contains("\"event\":{\"roc_auc\":null,\"average_precision\":null,")
        .contains("\"session\":{\"roc_auc\":null,\"average_precision\":null,")
        .contains("\"recall_at_fpr_1\":null,\"recall_at_fpr_5\":null}")
        .contains("\"precision\":null", "\"kinds\":[]");
  }

  @Test
  void textIsAligned() {
    assertThat(LABELLED.text())
        .isEqualTo(
            """
            events                  3 in 1.25 s
            alerts                  1 (333.33 per 1,000 events)
            events without label    1, left out of the measure
            malicious, not scored   0

            test phase               ROC-AUC       AP recall@1%FPR recall@5%FPR
            by event                   1.000    1.000        1.000        1.000
            by session                 1.000    1.000        1.000        1.000

            test events             2, 1 of them malicious
            test alerts             1, 1 of them on malicious events (precision 1.000)
            hijacked sessions       1, 1 of them found by an alert
            until the first alert   1.0 malicious actions (median)
            attack theft            1 found, 0 missed
            """);
  }

  @Test
  void textSaysWhenThereIsNothingToMeasureAgainst() {
    assertThat(UNLABELLED.text())
        .contains("measure                 none: no label applies to any event")
        .doesNotContain("ROC-AUC");
  }

  @Test
  void secondsMustBeATimeThatPassed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EvaluationReport(LABELLED.result(), -1))
        .withMessageContaining("-1");
  }
}
