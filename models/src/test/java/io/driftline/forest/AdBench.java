package io.driftline.forest;

import io.driftline.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The forest on the tables of ADBench (S. Han et al., NeurIPS 2022): comma separated, no header,
 * label last, 1 for an anomaly. Beside them lies reference.json with the ROC-AUC of scikit-learn's
 * isolation forest, also of 100 trees on 256 rows.
 */
final class AdBench {

  private static final Pattern REFERENCE =
      Pattern.compile("\"([^\"]+)\": *\\{[^}]*\"auc\": *([0-9.]+)");

  private final List<Table> tables;

  /** Reads the tables in order of their names, those that reference.json has figures for. */
  AdBench(Path folder) throws IOException {
    tables =
        REFERENCE
            .matcher(Files.readString(folder.resolve("reference.json")))
            .results()
            .sorted((a, b) -> a.group(1).compareTo(b.group(1)))
            .map(match -> Table.read(folder, match))
            .toList();
  }

  /**
   * A labelled table.
   *
   * @param name without the file's extension
   * @param reference ROC-AUC of scikit-learn's forest
   */
  private record Table(String name, double reference, double[][] rows, boolean[] anomalous) {

    static Table read(Path folder, MatchResult entry) {
      double[][] cells = cells(folder.resolve(entry.group(1) + ".csv"));
      int features = cells[0].length - 1;
      boolean[] anomalous = new boolean[cells.length];
      for (int r = 0; r < cells.length; r++) {
        anomalous[r] = cells[r][features] == 1;
      }
      double[][] rows =
          Stream.of(cells).map(row -> Arrays.copyOf(row, features)).toArray(double[][]::new);
      return new Table(entry.group(1), Double.parseDouble(entry.group(2)), rows, anomalous);
    }

    double auc(long seed) {
      CompiledForest forest = ForestTrainer.train(rows, ForestSettings.defaults(), seed);
      return RocAuc.of(Stream.of(rows).mapToDouble(forest::score).toArray(), anomalous);
    }

    private static double[][] cells(Path file) {
      try (Stream<String> lines = Files.lines(file)) {
        return lines
            .map(line -> Pattern.compile(",").splitAsStream(line))
            .map(cells -> cells.mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
  }

  int size() {
    return tables.size();
  }

  /** The mean of scikit-learn's figures over the tables. */
  double referenceMean() {
    return tables.stream().mapToDouble(Table::reference).average().orElseThrow();
  }

  /** The mean of the forest's ROC-AUC over the tables. */
  double mean(long seed) {
    return tables.stream().mapToDouble(table -> table.auc(seed)).average().orElseThrow();
  }

  /** Prints the figures of five seeds, in Markdown. */
  public static void main(String[] arguments) throws IOException {
    Optional<Path> folder = RealData.find("adbench");
    if (folder.isEmpty()) {
      System.out.println("SKIPPED: " + RealData.absence("adbench"));
      return;
    }
    System.out.println("| table | scikit-learn | Driftline's forest |\n|---|---|---|");
    AdBench bench = new AdBench(folder.get());
    bench.tables.forEach(table -> print(table.name(), table.reference(), table::auc));
    print("mean", bench.referenceMean(), bench::mean);
  }

  private static void print(String name, double reference, LongToDoubleFunction auc) {
    double[] ascending = LongStream.rangeClosed(1, 5).mapToDouble(auc).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.4f | %.4f (%.4f–%.4f) |%n",
        name,
        reference,
        ascending[2],
        ascending[0],
        ascending[4]);
  }
}
