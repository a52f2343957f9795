package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import java.io.IOException;

/** Writes the {@code explanation} of an output. */
final class ExplanationJson {

  private ExplanationJson() {}

  static void write(JsonGenerator json, Explanation explanation) throws IOException {
    json.writeObjectFieldStart("explanation");
    text(json, "summary", explanation.summary());
    text(json, "happened", explanation.happened());
    texts(json, "usual", explanation.usual());
    text(json, "peers", explanation.peers());
    json.writeArrayFieldStart("contributions");
    for (Contribution contribution : explanation.contributions()) {
      writeContribution(json, contribution);
    }
    json.writeEndArray();
    texts(json, "evidence", explanation.evidence());
    text(json, "counterfactual", explanation.counterfactual());
    text(json, "warm_up", explanation.warmUp());
    text(json, "basis", explanation.basis());
    json.writeEndObject();
  }

  private static void writeContribution(JsonGenerator json, Contribution contribution)
      throws IOException {
    json.writeStartObject();
    text(json, "feature", contribution.feature().code());
    text(json, "text", contribution.feature().sentence());
    real(json, "bits", contribution.bits());
    real(json, "usual_bits", contribution.usualBits());
    real(json, "share", contribution.share());
    json.writeEndObject();
  }
}
