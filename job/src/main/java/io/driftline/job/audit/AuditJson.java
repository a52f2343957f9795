package io.driftline.job.audit;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.AgentAction;
import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.audit.AuditSeal;
import io.driftline.job.alert.ActionFields;
import io.driftline.job.alert.AgentFields;
import io.driftline.job.alert.AuthorityFields;
import io.driftline.job.alert.OutputJson;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.profile.ProfiledAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes the trail as {@code driftline.audit/1} and its seals as {@code driftline.audit-seal/1},
 * see {@code schemas/audit-v1.schema.json} and {@code schemas/audit-seal-v1.schema.json}.
 */
public final class AuditJson {

  /** Names the layout of a record. */
  public static final String SCHEMA = "driftline.audit/1";

  /** Names the layout of a seal. */
  public static final String SEAL_SCHEMA = "driftline.audit-seal/1";

  /** Names the layout of a record of a change to the running job. */
  public static final String CONTROL_SCHEMA = "driftline.audit-control/1";

  /** Key of the chain of changes, in the place of an agent's id. */
  public static final String CONTROL_KEY = "control";

  private AuditJson() {}

  /**
   * The record of an action, which makes it the last one of its agent's chain.
   *
   * @return one JSON object without a line break, in ASCII
   */
  public static byte[] append(JudgedAction judged, AuditChain chain, AuditHash hash) {
    long time = judged.profiled().action().timeMillis();
    return append(json -> writeRecord(json, judged, chain), time, chain, hash);
  }

  /**
   * The record of a change, which makes it the last one of the chain of changes.
   *
   * @return one JSON object without a line break, in ASCII
   */
  public static byte[] append(ControlEntry entry, AuditChain chain, AuditHash hash) {
    return append(json -> writeChange(json, entry, chain), entry.time(), chain, hash);
  }

  private static byte[] append(
      OutputJson.Fields fields, long time, AuditChain chain, AuditHash hash) {
    chain.beginAt(time);
    byte[] object = OutputJson.object(fields);
    int canonical = object.length - 1;
    String hashed = hash.of(object, canonical);
    chain.append(hashed, time);
    return closed(object, canonical, hashed);
  }

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(AuditSeal seal) {
    return OutputJson.object(
        json -> {
          text(json, "schema", SEAL_SCHEMA);
          text(json, "agent_id", seal.agentId());
          text(json, "chain_began", seal.began());
          json.writeNumberField("seq", seal.seq());
          text(json, "hash", seal.hash());
          text(json, "time", seal.time());
        });
  }

  /** The hash goes behind what it is the hash of. */
  private static byte[] closed(byte[] object, int canonical, String hash) {
    byte[] end =
        (AuditHash.FIELD_START + hash + AuditHash.FIELD_END).getBytes(StandardCharsets.US_ASCII);
    byte[] record = Arrays.copyOf(object, canonical + end.length);
    System.arraycopy(end, 0, record, canonical, end.length);
    return record;
  }

  private static void writeRecord(JsonGenerator json, JudgedAction judged, AuditChain chain)
      throws IOException {
    ProfiledAction profiled = judged.profiled();
    AgentAction action = profiled.action();
    text(json, "schema", SCHEMA);
    writeAgent(json, action);
    text(json, "chain_began", chain.began());
    json.writeNumberField("seq", chain.nextSeq());
    text(json, "prev", chain.last());
    text(json, "time", action.time().toString());
    text(json, "session_id", profiled.sessionId());
    ActionFields.write(json, action);
    if (profiled.authority() != null) {
      AuthorityFields.write(json, profiled.authority());
    }
    real(json, "score", judged.shownScore());
    json.writeBooleanField("alert", judged.alert());
    json.writeBooleanField("late", profiled.late());
  }

  private static void writeChange(JsonGenerator json, ControlEntry entry, AuditChain chain)
      throws IOException {
    text(json, "schema", CONTROL_SCHEMA);
    text(json, "chain", CONTROL_KEY);
    text(json, "chain_began", chain.began());
    json.writeNumberField("seq", chain.nextSeq());
    text(json, "prev", chain.last());
    text(json, "time", Instant.ofEpochMilli(entry.time()).toString());
    text(json, "type", entry.type());
    text(json, "subject", entry.subject());
    text(json, "by", entry.by());
    text(json, "reason", entry.reason());
    text(json, "signer", entry.signer());
    text(json, "source", entry.source());
    text(json, "sha256", entry.sha256());
  }

  private static void writeAgent(JsonGenerator json, AgentAction action) throws IOException {
    json.writeObjectFieldStart("agent");
    AgentFields.write(json, action.agent());
    json.writeEndObject();
  }
}
