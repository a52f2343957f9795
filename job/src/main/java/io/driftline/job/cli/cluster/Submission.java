package io.driftline.job.cli.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;

/**
 * A job as it is handed to a cluster.
 *
 * @param jar the job's jar
 * @param parallelism subtasks of each stage, at least 1
 * @param savepoint where it goes on from; {@code null} to begin anew
 * @param options of the job, passed on as {@code --key value}
 */
public record Submission(Path jar, int parallelism, String savepoint, Configuration options) {

  public Submission {
    Objects.requireNonNull(jar, "jar");
    Objects.requireNonNull(options, "options");
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, was " + parallelism);
    }
  }

  /** The same, going on from {@code place}. */
  public Submission from(String place) {
    return new Submission(jar, parallelism, place, options);
  }

  /** The same with so many subtasks. */
  public Submission withParallelism(int subtasks) {
    return new Submission(jar, subtasks, savepoint, options);
  }

  /** The same with another jar, of another release for example. */
  public Submission withJar(Path other) {
    return new Submission(other, parallelism, savepoint, options);
  }

  /** The arguments of Flink's command line. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("run", "-d", "-p", "" + parallelism));
    if (savepoint != null) {
      arguments.addAll(List.of("-s", savepoint));
    }
    arguments.add(jar.toString());
    options.toMap().forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
    return arguments;
  }
}
