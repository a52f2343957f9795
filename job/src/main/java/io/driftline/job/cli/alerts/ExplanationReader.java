package io.driftline.job.cli.alerts;

import static io.driftline.job.cli.alerts.AnomalyReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the {@code explanation} of an anomaly. */
final class ExplanationReader {

  private ExplanationReader() {}

  static Explanation read(JsonNode json, double maturity) {
    return new Explanation(
        text(json, "summary"),
        text(json, "happened"),
        texts(json.path("usual")),
        text(json, "peers"),
        contributions(json.path("contributions")),
        texts(json.path("evidence")),
        text(json, "counterfactual"),
        maturity,
        text(json, "warm_up"),
        text(json, "basis"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  private static List<Contribution> contributions(JsonNode array) {
    List<Contribution> contributions = new ArrayList<>();
    array.forEach(item -> contributions.add(contribution(item)));
    return contributions;
  }

  private static Contribution contribution(JsonNode json) {
    // A share that was rounded to nothing was above 0.
    double share = Math.max(Double.MIN_VALUE, json.path("share").doubleValue());
    return new Contribution(
        Feature.valueOf(text(json, "feature").toUpperCase(Locale.ROOT)),
        json.path("bits").doubleValue(),
        json.path("usual_bits").doubleValue(),
        share);
  }
}
