package io.driftline.job.cli.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.driftline.audit.AuditHash;
import io.driftline.audit.ChainLink;
import io.driftline.job.audit.AuditJson;
import java.io.IOException;
import java.util.List;

/** Reads records of the trail, and takes their hashes. Not for use by several threads. */
final class RecordReader {

  private static final JsonFactory JSON = new JsonFactory();

  /** Larger whole numbers are not read alike by all readers of JSON. */
  private static final long MOST = (1L << 53) - 1;

  private final AuditHash hash = new AuditHash();

  private String schema;
  private String agentId;
  private String began;
  private String prev;
  private String stated;
  private String time;
  private long seq;
  private boolean requester;
  private boolean outcome;

  /** Reads a batch. */
  static List<ReadRecord> readAll(List<Trail.Entry> entries) {
    RecordReader reader = new RecordReader();
    return entries.stream().map(reader::read).toList();
  }

  /** Reads one record. */
  ReadRecord read(Trail.Entry entry) {
    clear();
    try (JsonParser json = JSON.createParser(entry.bytes())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return ReadRecord.unreadable(entry.position(), "is not a JSON object");
      }
      readFields(json);
    } catch (JsonProcessingException e) {
      return ReadRecord.unreadable(entry.position(), "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return ReadRecord.unreadable(entry.position(), "cannot be read: " + e.getMessage());
    }
    String fault = fault();
    return fault == null ? record(entry) : ReadRecord.unreadable(entry.position(), fault);
  }

  private ReadRecord record(Trail.Entry entry) {
    ChainLink link = new ChainLink(seq, prev, stated, isSound(entry.bytes()));
    ChainName chain = new ChainName(agentId, began);
    boolean complete = requester && outcome || isChange();
    return new ReadRecord(entry.position(), chain, link, time, complete, null);
  }

  /** A change to the running job: there is one chain of them. */
  private boolean isChange() {
    return AuditJson.CONTROL_SCHEMA.equals(schema);
  }

  private boolean isSound(byte[] bytes) {
    int length = AuditHash.canonicalLength(bytes);
    return length > 0 && hash.of(bytes, length).equals(stated);
  }

  private String fault() {
    if (!AuditJson.SCHEMA.equals(schema) && !isChange()) {
      return "is no " + AuditJson.SCHEMA;
    }
    boolean whole = agentId != null && began != null && prev != null && stated != null;
    return whole && time != null && seq >= 1 && seq <= MOST
        ? null
        : "lacks agent.id, chain_began, seq, prev, time or hash";
  }

  private void readFields(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readObject(name, json);
      } else if (value == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (value == JsonToken.VALUE_STRING) {
        readText(name, json.getText());
      } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("seq")) {
        seq = json.getLongValue();
      }
    }
  }

  private void readText(String name, String text) {
    switch (name) {
      case "schema" -> schema = text;
      case "chain" -> agentId = text;
      case "chain_began" -> began = text;
      case "prev" -> prev = text;
      case "hash" -> stated = text;
      case "time" -> time = text;
      default -> {
        // Nothing that verification needs.
      }
    }
  }

  private void readObject(String object, JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (object.equals("agent") && name.equals("id") && value == JsonToken.VALUE_STRING) {
        agentId = json.getText();
      }
      requester |= name.equals("requester");
      outcome |= object.equals("action") && name.equals("outcome");
      json.skipChildren();
    }
  }

  private void clear() {
    schema = null;
    agentId = null;
    began = null;
    prev = null;
    stated = null;
    time = null;
    seq = 0;
    requester = false;
    outcome = false;
  }
}
