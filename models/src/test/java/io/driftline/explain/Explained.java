package io.driftline.explain;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import io.driftline.baseline.Dimension;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelTrainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Actions, baselines and a model that the tests of explanations share. */
public final class Explained {

  public static final String COHORT = "organizational/sales";

  /** Trained on rows of at most three bits a feature. */
  public static final ModelArtifact MODEL = model();

  private Explained() {}

  public static AgentAction transfer() {
    return new AgentAction(
        "e412",
        Instant.parse("2026-03-01T09:30:00.250Z"),
        new Agent("sales-assistant-3", AgentKind.ORGANIZATIONAL, null, null, null),
        new Requester("ana", Requester.Type.USER),
        "s1",
        null,
        "planner-1",
        "payments",
        "create_transfer",
        "payments:transfer",
        "recipient=DE89",
        Outcome.SUCCESS,
        new Credential("k1", "api_key"),
        "192.0.2.10",
        2_048L);
  }

  /** All that may be absent is. */
  public static AgentAction bare() {
    return new AgentAction(
        "e1",
        Instant.parse("2026-03-01T09:30:00Z"),
        new Agent("a1", null, null, null, null),
        null,
        null,
        null,
        null,
        "mail",
        "send",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public static ValueComparison newPermission() {
    return new ValueComparison(
        Dimension.PERMISSION,
        "payments:transfer",
        0,
        300,
        5,
        List.of(new UsualValue("crm:read", 0.61), new UsualValue("mail:send", 0.22)),
        1,
        12,
        false);
  }

  public static Surroundings surroundings(ValueComparison... values) {
    return new Surroundings(List.of(values), List.of(), 1, 412, 12, null);
  }

  /** A vector of zeros but for {@code bits}. */
  public static double[] vector(Map<Feature, Double> bits) {
    double[] vector = new double[Feature.values().length];
    bits.forEach((feature, value) -> vector[feature.ordinal()] = value);
    return vector;
  }

  private static ModelArtifact model() {
    SplittableRandom random = new SplittableRandom(20260301);
    double[][] rows = new double[2_048][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.doubles(Feature.values().length).map(u -> 3 * u * u).toArray();
    }
    long from = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    long to = Instant.parse("2026-02-01T00:00:00Z").toEpochMilli();
    return ModelTrainer.train(COHORT, rows, from, to, 7);
  }
}
