package io.driftline.job.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.EventText;
import io.driftline.job.ingest.Excerpt;
import io.driftline.job.ingest.Refusal;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.ingest.StrictJson;
import io.driftline.job.ingest.Utf8;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;

/**
 * Decodes records of the registry, see {@code schemas/registry-agent-v1.schema.json} and {@code
 * schemas/registry-person-v1.schema.json}. Decoding to a {@link RegistryRecord} never throws: a
 * record that is not understood becomes a dead letter.
 */
public final class RegistryDecoder {

  /** From when a line holds that does not say: from before all activity. */
  static final long BEGINNING = 0;

  private static final byte[] NOTHING = {};

  private RegistryDecoder() {}

  /**
   * What a record of a topic says.
   *
   * @param subject what the topic is about
   * @param key the id, in UTF-8
   * @param value one JSON object; {@code null}, a tombstone, says that there is no record any more
   * @param position where it was read
   * @param time of the record, epoch milliseconds: from when it holds if it does not say
   */
  public static RegistryRecord decode(
      Subject subject, byte[] key, byte[] value, SourcePosition position, long time) {
    try {
      return RegistryRecord.of(entry(subject, key, value).change(time));
    } catch (Refusal refused) {
      return refused(refused, position, value == null ? NOTHING : value);
    }
  }

  /**
   * What a line of a file says: of an agent if it has an {@code agent_id}, of a person if it has a
   * {@code user_id}. It holds from the beginning if it does not say.
   *
   * @param position where it was read
   */
  public static RegistryRecord decodeLine(byte[] line, SourcePosition position) {
    try {
      return RegistryRecord.of(change(StrictJson.object(line)));
    } catch (Refusal refused) {
      return refused(refused, position, line);
    }
  }

  /**
   * What a record of a topic states.
   *
   * @param subject what the topic is about
   * @param key the id, in UTF-8
   * @param value one JSON object, or {@code null} for a removal
   * @throws Refusal if it breaks a rule of the contract
   */
  public static RegistryEntry entry(Subject subject, byte[] key, byte[] value) throws Refusal {
    String id = id(subject, key);
    if (value == null) {
      return RegistryEntry.removal(subject, id, null);
    }
    RegistryEntry entry = RegistryReader.read(subject, StrictJson.object(value));
    if (!entry.id().equals(id)) {
      throw new Refusal(
          Rejection.KEY_MISMATCH,
          "the key is %s and %s is %s; expected the same"
              .formatted(
                  Excerpt.quoted(id),
                  RegistryContract.idField(subject),
                  Excerpt.quoted(entry.id())));
    }
    return entry;
  }

  private static String id(Subject subject, byte[] key) throws Refusal {
    if (key == null || key.length == 0) {
      throw new Refusal(
          Rejection.MISSING_FIELD,
          "the record has no key; expected the " + RegistryContract.idField(subject));
    }
    int malformed = Utf8.firstMalformed(key);
    if (malformed >= 0) {
      throw new Refusal(
          Rejection.NOT_UTF8,
          "byte " + malformed + " of the key begins no character; expected UTF-8");
    }
    String id = new String(key, UTF_8);
    EventText.checkIdentifier("key", id);
    return id;
  }

  private static RegistryChange change(ObjectNode line) throws Refusal {
    RegistryEntry entry = RegistryReader.read(subject(line), line);
    if (entry.isRemoval() && entry.effective() == null) {
      throw Refusal.of(
          Rejection.MISSING_FIELD,
          "effective",
          "is absent, null or empty; expected from when the removal holds");
    }
    return entry.change(BEGINNING);
  }

  private static Subject subject(ObjectNode line) throws Refusal {
    if (line.hasNonNull("agent_id") == line.hasNonNull("user_id")) {
      throw new Refusal(
          Rejection.MISSING_FIELD, "the record must have either an agent_id or a user_id");
    }
    return line.hasNonNull("agent_id") ? Subject.AGENT : Subject.USER;
  }

  private static RegistryRecord refused(Refusal refused, SourcePosition position, byte[] bytes) {
    return RegistryRecord.of(
        DeadLetter.of(refused.reason(), refused.getMessage(), position, bytes));
  }
}
