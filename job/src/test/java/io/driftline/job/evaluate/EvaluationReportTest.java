package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.FeatureGroup;
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
      report(new SeedRun(42, Evaluation.of(EVENTS, LABELS), 1.25));

  private static final EvaluationReport UNLABELLED =
      report(new SeedRun(42, Evaluation.of(EVENTS, Labels.none()), 0));

  private static EvaluationReport report(SeedRun run) {
    return new EvaluationReport(new SeedRuns(List.of(run)), List.of());
  }

  @Test
  void jsonIsOneObjectWithFixedKeysInFixedOrder() {
    String figures =
        "\"event\":{\"roc_auc\":1.0,\"average_precision\":1.0,"
            + "\"recall_at_fpr_1\":1.0,\"recall_at_fpr_5\":1.0},"
            + "\"session\":{\"roc_auc\":1.0,\"average_precision\":1.0,"
            + "\"recall_at_fpr_1\":1.0,\"recall_at_fpr_5\":1.0},"
            + "\"alerting\":{\"alerts_per_1000_events_after_warm_up\":500.0,"
            + "\"sessions_found\":1.0,\"median_events_to_alert\":0.0}";
    assertThat(LABELLED.json())
        .startsWith(
            "{\"events\":3,\"alerts\":1,\"seconds\":1.25,"
                + figures
                + ",\"alerts_per_1000_events\":333.3333333333333,"
                + "\"unlabelled_events\":1,\"unscored_malicious_events\":0,"
                + "\"test_alerts\":{\"events\":2,\"malicious_events\":1,\"alerts\":1,"
                + "\"malicious_alerts\":1,\"precision\":1.0},"
                + "\"attacks\":{\"hijacked_sessions\":1,\"sessions_found\":1,"
                + "\"median_malicious_actions_to_alert\":1.0,\"median_events_to_alert\":0.0,"
                + "\"kinds\":[{\"kind\":\"theft\",\"found\":1,\"missed\":0}]},"
                + "\"seeds\":[42],\"spread\":{\"event\":{"
                + "\"roc_auc\":{\"median\":1.0,\"min\":1.0,\"max\":1.0},")
        .endsWith("\"runs\":[{\"seed\":42,\"alerts\":1,\"seconds\":1.25," + figures + "}]}");
  }

  @Test
  void jsonHasTheMediansOverTheSeedsAndTheirSpread() {
    EvaluationReport report = new EvaluationReport(SeedRunsTest.runs(4, 2, 3, 3), List.of());

    assertThat(report.json())
        .startsWith("{\"events\":5,\"alerts\":0,\"seconds\":2.5,\"event\":{\"roc_auc\":0.75,")
        .contains("\"seeds\":[42,43,44,45]")
        .contains("\"spread\":{\"event\":{\"roc_auc\":{\"median\":0.75,\"min\":0.5,\"max\":1.0}")
        .contains("\"runs\":[{\"seed\":42,\"alerts\":1,\"seconds\":1.0,");
  }

  @Test
  void jsonSaysWhatLeavingOutAGroupChanges() {
    assertThat(ablated().json())
        .contains(
            "\"ablation\":[{\"without\":\"volume\",\"features\":[\"bytes\"],"
                + "\"change\":{\"event\":{\"roc_auc\":-0.25,");
  }

  @Test
  void textOfSeveralSeedsIsMedianAndSpread() {
    assertThat(new EvaluationReport(SeedRunsTest.runs(4, 2, 3), List.of()).text())
        .isEqualTo(
            """
            events                  5 in 2.00 s for each seed
            seeds                   42, 43, 44
            alerts                  0
            events without label    0, left out of the measure
            malicious, not scored   0

            over the seeds            median      min      max
            event ROC-AUC              0.750    0.500    1.000
            event AP                   0.500    0.333    1.000
            event recall@1%FPR         0.000    0.000    1.000
            event recall@5%FPR         0.000    0.000    1.000
            session ROC-AUC            0.000    0.000    1.000
            session AP                 0.500    0.500    1.000
            session recall@1%FPR       0.000    0.000    1.000
            session recall@5%FPR       0.000    0.000    1.000
            alerts per 1,000 events     0.00     0.00   200.00
            hijacked sessions found    0.000    0.000    1.000
            events until the alert       0.0      0.0      0.0
            """);
  }

  @Test
  void textShowsTheChangeOfEachFigureBelow() {
    String[] lines = ablated().text().split("\n", -1);

    assertThat(lines[lines.length - 2])
        .isEqualTo(
            "volume                   -0.250  -0.500  -1.000  -1.000"
                + "   -1.000  -0.500  -1.000  -1.000   -200.00  -1.000        -");
    assertThat(lines[lines.length - 3]).hasSameSizeAs(lines[lines.length - 2]);
  }

  private static EvaluationReport ablated() {
    return new EvaluationReport(
        SeedRunsTest.runs(4), List.of(new AblatedRuns(FeatureGroup.VOLUME, SeedRunsTest.runs(3))));
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
            alerts after warm-up    500.00 per 1,000 events
            events without label    1, left out of the measure
            malicious, not scored   0

            test phase               ROC-AUC       AP recall@1%FPR recall@5%FPR
            by event                   1.000    1.000        1.000        1.000
            by session                 1.000    1.000        1.000        1.000

            test events             2, 1 of them malicious
            test alerts             1, 1 of them on malicious events (precision 1.000)
            hijacked sessions       1, 1 of them found by an alert
            until the first alert   1.0 malicious actions, 0.0 events after the first of them (medians)
            attack theft            1 found, 0 missed
            """);
  }

  @Test
  void textSaysWhenThereIsNothingToMeasureAgainst() {
    assertThat(UNLABELLED.text())
        .contains("measure                 none: no label applies to any event")
        .doesNotContain("ROC-AUC");
  }
}
