package io.driftline.job.cli.backtest;

import io.driftline.decide.Anomaly;
import io.driftline.explain.Contribution;
import io.driftline.feature.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a feature had to do with the alerts.
 *
 * @param feature which
 * @param alerts to which it contributed
 * @param leading alerts to which it contributed most
 * @param share of the contributions to all alerts, in [0, 1]
 */
record FeatureAlerts(Feature feature, int alerts, int leading, double share) {

  /** The features that contributed, those with the largest share first. */
  static List<FeatureAlerts> of(List<Anomaly> anomalies) {
    Map<Feature, FeatureAlerts> sums = new EnumMap<>(Feature.class);
    for (Anomaly anomaly : anomalies) {
      List<Contribution> contributions = anomaly.explanation().contributions();
      for (int i = 0; i < contributions.size(); i++) {
        Contribution each = contributions.get(i);
        sums.merge(
            each.feature(),
            new FeatureAlerts(each.feature(), 1, i == 0 ? 1 : 0, each.share() / anomalies.size()),
            FeatureAlerts::plus);
      }
    }
    List<FeatureAlerts> all = new ArrayList<>(sums.values());
    all.sort(Comparator.comparingDouble(FeatureAlerts::share).reversed());
    return all;
  }

  private FeatureAlerts plus(FeatureAlerts other) {
    return new FeatureAlerts(
        feature, alerts + other.alerts, leading + other.leading, share + other.share);
  }
}
