package io.driftline.job.bench;

import com.amazon.randomcutforest.RandomCutForest;
import io.driftline.activity.AgentAction;

/**
 * AWS Random Cut Forest (S. Guha et al., <i>Robust random cut forest based anomaly detection on
 * streams</i>, ICML 2016) with as many trees of as many rows as Driftline's forests have; updated
 * with every action.
 */
final class RandomCutForestPeer implements Peer {

  private final RandomCutForest forest;

  RandomCutForestPeer(int features, long seed) {
    forest =
        RandomCutForest.builder()
            .dimensions(features)
            .numberOfTrees(100)
            .sampleSize(256)
            .randomSeed(seed)
            .build();
  }

  @Override
  public double score(AgentAction action, double[] vector) {
    return forest.getAnomalyScore(single(vector));
  }

  @Override
  public void learn(AgentAction action, double[] vector) {
    forest.update(single(vector));
  }

  /** It keeps points in single precision, as the job keeps its training rows. */
  private static float[] single(double[] vector) {
    float[] single = new float[vector.length];
    for (int f = 0; f < single.length; f++) {
      single[f] = (float) vector[f];
    }
    return single;
  }
}
