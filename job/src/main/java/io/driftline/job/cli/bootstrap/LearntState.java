package io.driftline.job.cli.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * Leaves in a savepoint what was learnt from history, and nothing else. A position in a file means
 * nothing to a job that reads Kafka; and a stage that tells each thing once must not believe that
 * it has told what went nowhere: it begins anew, and the registry is read again.
 */
final class LearntState {

  /** The uids of the stages that learn. */
  static final Set<String> STAGES =
      Set.of(
          "identify",
          "cohort-baselines",
          "profile",
          "train-models",
          "detect",
          "drift",
          "peer-drift");

  private static final String METADATA = "_metadata";

  private LearntState() {}

  /**
   * Takes all other state out of a savepoint in the canonical format.
   *
   * @param savepoint its folder
   * @return how many bytes of state are left
   */
  static long keepIn(Path savepoint) throws Exception {
    CheckpointMetadata all = read(savepoint);
    List<OperatorState> kept = new ArrayList<>();
    for (OperatorState each : all.getOperatorStates()) {
      if (each.getOperatorUid().filter(STAGES::contains).isPresent()) {
        kept.add(each);
      } else {
        each.discardState();
      }
    }
    if (kept.size() != STAGES.size()) {
      throw new IllegalStateException(
          "the savepoint at %s has the state of %d stages that learn, not of %s"
              .formatted(savepoint, kept.size(), STAGES));
    }
    write(new CheckpointMetadata(all.getCheckpointId(), kept, List.of()), savepoint);
    return size(kept);
  }

  private static long size(Collection<OperatorState> states) {
    return states.stream().mapToLong(OperatorState::getStateSize).sum();
  }

  private static CheckpointMetadata read(Path savepoint) throws IOException {
    byte[] bytes = Files.readAllBytes(savepoint.resolve(METADATA));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return Checkpoints.loadCheckpointMetadata(
          in, LearntState.class.getClassLoader(), savepoint.toUri().toString());
    }
  }

  private static void write(CheckpointMetadata metadata, Path savepoint) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Checkpoints.storeCheckpointMetadata(metadata, out);
    Files.write(savepoint.resolve(METADATA), out.toByteArray());
  }
}
