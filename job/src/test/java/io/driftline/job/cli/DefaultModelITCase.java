package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.Feature;
import io.driftline.forest.DefaultModel;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.Provenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DefaultModelITCase {

  private static final String REBUILD =
      "The shipped model is not what this release would train. Rebuild it, at the top of the"
          + " project: ./driftline train --default --out "
          + DefaultModel.SOURCE;

  @TempDir private Path folder;

  @Test
  void isWhatThisReleaseTrainsToTheByte() throws IOException {
    Path rebuilt = folder.resolve("rebuilt.model");
    StringWriter err = new StringWriter();

    int exitCode =
        Driftline.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "train",
            "--default",
            "--out=" + rebuilt);

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(Files.readAllBytes(rebuilt)).as(REBUILD).isEqualTo(DefaultModel.stored());
  }

  @Test
  void judgesTheVectorsOfThisReleaseAndSaysWhatItIs() {
    Provenance provenance = ModelArtifactCodec.decode(DefaultModel.stored()).provenance();

    assertThat(provenance.featureSchema()).as(REBUILD).isEqualTo(Feature.schema());
    assertThat(provenance.cohort()).isEqualTo("shipped default model");
  }
}
