package io.driftline.job.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.audit.AuditSeal;
import io.driftline.job.audit.AuditJson;
import io.driftline.job.cli.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The latest seal of each chain, read and written. */
final class Seals {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Seals() {}

  /**
   * Reads all seals, in any order.
   *
   * @throws CommandFailure if one of them is none
   */
  static Map<ChainName, AuditSeal> read(Trail seals) throws IOException {
    Map<ChainName, AuditSeal> latest = new TreeMap<>();
    for (var batch = seals.next(); !batch.isEmpty(); batch = seals.next()) {
      for (Trail.Entry entry : batch) {
        AuditSeal seal = seal(entry);
        latest.merge(ChainName.of(seal), seal, (a, b) -> b.isBeyond(a) ? b : a);
      }
    }
    return latest;
  }

  /** Writes seals to a file, a line each; the file is replaced as a whole, or not at all. */
  static void write(Path file, Collection<AuditSeal> seals) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      for (AuditSeal seal : seals) {
        out.write(AuditJson.write(seal));
        out.write('\n');
      }
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static AuditSeal seal(Trail.Entry entry) {
    try {
      JsonNode json = MAPPER.readTree(entry.bytes());
      if (!json.path("schema").asText().equals(AuditJson.SEAL_SCHEMA)) {
        throw new IllegalArgumentException("it is no " + AuditJson.SEAL_SCHEMA);
      }
      return new AuditSeal(
          json.path("agent_id").asText(null),
          json.path("chain_began").asText(null),
          json.path("seq").asLong(),
          json.path("hash").asText(),
          json.path("time").asText(null));
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new CommandFailure(
          "cannot read the seal at " + Places.of(entry.position()) + ": " + e.getMessage(),
          "is it a file or topic of seals?",
          e);
    }
  }
}
