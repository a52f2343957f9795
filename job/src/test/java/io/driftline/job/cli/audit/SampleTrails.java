package io.driftline.job.cli.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.job.TestActions;
import io.driftline.job.audit.AuditJson;
import io.driftline.job.audit.ControlEntry;
import io.driftline.job.audit.JudgedActions;
import java.util.ArrayList;
import java.util.List;

/** Trails of agents a and b, whose records take turns: a's first record is on line 1. */
final class SampleTrails {

  /** Records of each agent. */
  static final int EACH = 6;

  private SampleTrails() {}

  /** The records, and the seals of both chains. */
  record Sample(List<String> records, List<String> seals) {}

  /** A trail to be tampered with. */
  static Sample sample() {
    return sample(EACH);
  }

  static Sample sample(int each) {
    AuditHash hash = new AuditHash();
    AuditChain a = new AuditChain();
    AuditChain b = new AuditChain();
    List<String> records = new ArrayList<>();
    for (int i = 1; i <= each; i++) {
      records.add(record("a", i, a, hash));
      records.add(record("b", i, b, hash));
    }
    return new Sample(records, List.of(seal("a", a), seal("b", b)));
  }

  /** A chain of changes to the running job. */
  static List<String> changes(int count) {
    AuditHash hash = new AuditHash();
    AuditChain chain = new AuditChain();
    List<String> records = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ControlEntry entry =
          new ControlEntry(
              "thresholds",
              "version " + i,
              "mara",
              "test",
              TestActions.MONDAY + i,
              null,
              "control, partition 0, offset " + i,
              "0".repeat(64));
      records.add(new String(AuditJson.append(entry, chain, hash), US_ASCII));
    }
    return records;
  }

  private static String record(String agent, int i, AuditChain chain, AuditHash hash) {
    long time = TestActions.MONDAY + 1000L * i;
    return new String(
        AuditJson.append(JudgedActions.read(agent, agent + i, time), chain, hash), US_ASCII);
  }

  private static String seal(String agent, AuditChain chain) {
    return new String(AuditJson.write(chain.seal(agent, TestActions.MONDAY)), US_ASCII);
  }
}
