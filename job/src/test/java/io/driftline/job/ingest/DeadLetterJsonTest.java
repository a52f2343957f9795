package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterJsonTest {

  private static final Schema SCHEMA = Schemas.load("dead-letter-v1.schema.json");

  @Test
  void writesTheGoldenObject() {
    // The digest is that of the two bytes {}, as `printf '{}' | sha256sum` prints it.
    assertThat(written(Samples.deadLetter()))
        .isEqualTo(
            """
            {"schema":"driftline.dead-letter/1","reason":"missing_field",\
            "message":"event_id is absent, null or empty; expected a text, as it is required",\
            "source":"agent-activity","partition":3,"offset":42,"size":2,\
            "sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",\
            "truncated":false,"original_base64":"e30="}""");
  }

  @Test
  void writesNoPartitionForAFile() {
    DeadLetter letter =
        DeadLetter.of(Rejection.EMPTY, "empty", SourcePosition.inFile("/a.jsonl", 7), new byte[0]);
    assertThat(written(letter)).contains("\"partition\":null,\"offset\":7,\"size\":0");
    assertThat(Schemas.faults(SCHEMA, written(letter))).isEmpty();
  }

  @Test
  void aCutRecordFitsWhatABrokerTakes() {
    byte[] record = new byte[ActivityContract.MAX_RECORD_BYTES + 1];
    DeadLetter letter = Samples.decode(record).deadLetter();
    assertThat(written(letter)).contains("\"size\":1048577").contains("\"truncated\":true");
    assertThat(written(letter).length()).isLessThan(400_000);
    assertThat(Schemas.faults(SCHEMA, written(letter))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonKeepsTheSchemaAndIsListedInIt(Rejection reason) {
    DeadLetter letter = DeadLetter.of(reason, reason.text(), Samples.PLACE, new byte[] {1, 2, 3});
    assertThat(Schemas.faults(SCHEMA, written(letter))).isEmpty();
    assertThat(SCHEMA.getSchemaNode().at("/properties/reason/examples"))
        .anyMatch(code -> code.asText().equals(reason.code()));
  }

  private static String written(DeadLetter letter) {
    return new String(DeadLetterJson.write(letter), UTF_8);
  }
}
