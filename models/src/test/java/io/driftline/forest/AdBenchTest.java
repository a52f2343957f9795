package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The forest against scikit-learn's on the tables of ADBench (S. Han et al., NeurIPS 2022): comma
 * separated, no header, label last, 1 for an anomaly.
 */
class AdBenchTest {

  private static final Pattern AUC = Pattern.compile("\"auc\": *([0-9.]+)");

  @Test
  void findsTheAnomaliesOfAdBenchAsWellAsScikitLearn() throws IOException {
    Path folder = RealData.folder("adbench");

    double mean = tables(folder).stream().mapToDouble(AdBenchTest::auc).average().orElseThrow();

    assertThat(mean).as("mean ROC-AUC").isGreaterThan(referenceMean(folder) - 0.005);
  }

  @Test
  void countsTiesAsHalfInTheRocAuc() {
    assertThat(auc(new double[] {0.1, 0.5, 0.5, 0.9}, new boolean[] {false, false, true, true}))
        .isCloseTo(3.5 / 4, within(1e-12));
  }

  private static List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static double referenceMean(Path folder) throws IOException {
    return AUC.matcher(Files.readString(folder.resolve("reference.json")))
        .results()
        .mapToDouble(match -> Double.parseDouble(match.group(1)))
        .average()
        .orElseThrow();
  }

  private static double auc(Path table) {
    double[][] cells = read(table);
    int features = cells[0].length - 1;
    double[][] rows =
        Stream.of(cells).map(row -> Arrays.copyOf(row, features)).toArray(double[][]::new);
    CompiledForest forest = ForestTrainer.train(rows, ForestSettings.defaults(), 1);
    boolean[] anomalous = new boolean[rows.length];
    for (int r = 0; r < rows.length; r++) {
      anomalous[r] = cells[r][features] == 1;
    }
    return auc(Stream.of(rows).mapToDouble(forest::score).toArray(), anomalous);
  }

  private static double[][] read(Path table) {
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .map(line -> Pattern.compile(",").splitAsStream(line))
          .map(cells -> cells.mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table, e);
    }
  }

  /** The share of pairs in which the anomaly scores higher, ties counting half (Mann–Whitney). */
  private static double auc(double[] scores, boolean[] anomalous) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double rankSum = 0;
    long anomalies = 0;
    for (int i = 0; i < scores.length; i++) {
      if (anomalous[i]) {
        anomalies++;
        rankSum += midRank(sorted, scores[i]);
      }
    }
    double wins = rankSum - anomalies * (anomalies + 1) / 2.0;
    return wins / anomalies / (scores.length - anomalies);
  }

  /** The rank from 1 in ascending order; the mean of their ranks for scores that tie. */
  private static double midRank(double[] sorted, double score) {
    return (insertionPoint(sorted, score) + insertionPoint(sorted, Math.nextUp(score)) + 1) / 2.0;
  }

  /** How many are below the score. */
  private static int insertionPoint(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
