package io.driftline.job.cli.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a study found. The same settings give the same report.
 *
 * @param runs how many enterprises were played
 * @param actions in all of them
 * @param figures one for each sensitivity, in ascending order
 */
record StudyReport(StudySettings settings, int runs, long actions, List<StudyFigures> figures) {

  static StudyReport of(StudySettings settings, List<EnterpriseRun> runs) {
    return new StudyReport(
        settings,
        runs.size(),
        runs.stream().mapToLong(EnterpriseRun::actions).sum(),
        IntStream.range(0, settings.sensitivities().size())
            .mapToObj(place -> figures(settings, runs, place))
            .toList());
  }

  private static StudyFigures figures(StudySettings settings, List<EnterpriseRun> runs, int place) {
    return StudyFigures.of(
        settings.sensitivities().get(place),
        runs.stream().map(run -> run.verdicts().get(place)).toList(),
        settings.first().enterprise());
  }

  /** Those at the default sensitivity, 1, or at what is nearest to it. */
  StudyFigures main() {
    return figures.stream()
        .min(Comparator.comparingDouble(each -> Math.abs(each.sensitivity() - 1)))
        .orElseThrow();
  }

  /** Lines for people. */
  String text() {
    return new StudyText(this).toString();
  }

  /** One JSON object on one line, see {@link StudyJson}. */
  String json() {
    return StudyJson.of(this);
  }

  /** A picture as SVG, see {@link DelayCurve}. */
  String svg() {
    return DelayCurve.of(figures).svg();
  }
}
