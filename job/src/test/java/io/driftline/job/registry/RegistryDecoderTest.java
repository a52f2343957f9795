package io.driftline.job.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.job.ingest.ActivityContract;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryDecoderTest {

  private static final SourcePosition PLACE = SourcePosition.inTopic("registry", 2, 7);
  private static final long TIME = 1000;
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final String AGENT =
      """
      {"agent_id":"a","kind":"organizational","owner":"ana","vendor":"acme","purpose":"billing",
       "version":"2.1","systems":["crm"],"invokers":["*"],
       "grants":[{"system":"crm","permission":"crm:*","granted":"2026-01-01T00:00:00Z",
                  "expires":"2026-06-01T00:00:00Z","reviewed":"2026-01-01T01:00:00+01:00"}],
       "credentials":[{"id":"k","type":"api_key","rotated":"2026-06-01T00:00:00Z"}],
       "effective":"2026-01-01T00:00:00Z"}""";
  private static final String PERSON =
      """
      {"user_id":"ana","status":"active","manager":"ben",
       "entitlements":[{"system":"crm","permission":"crm:read"}]}""";

  @Test
  void understandsAnAgent() {
    AgentRecord expected =
        new AgentRecord(
            "a",
            AgentKind.ORGANIZATIONAL,
            "ana",
            "acme",
            "billing",
            "2.1",
            List.of("crm"),
            List.of("*"),
            List.of(new Grant(new Right("crm", "crm:*"), JANUARY, JUNE, JANUARY)),
            List.of(new RegisteredCredential("k", "api_key", JUNE)));
    assertThat(agent("a", AGENT).change())
        .isEqualTo(RegistryChange.agent(expected, JANUARY.toEpochMilli()));
  }

  @Test
  void understandsAPersonWhoseRecordHoldsFromItsArrival() {
    UserRecord expected =
        new UserRecord("ana", UserStatus.ACTIVE, List.of(new Right("crm", "crm:read")), "ben");
    assertThat(person("ana", PERSON).change()).isEqualTo(RegistryChange.user(expected, TIME));
  }

  @Test
  void aListThatIsAbsentIsNotDeclaredAndAnEmptyOneDeclaresNothing() {
    AgentRecord record =
        agent("a", "{\"agent_id\":\"a\",\"systems\":null,\"invokers\":[],\"kind\":\"\"}")
            .change()
            .agent();
    assertThat(record.kind()).isNull();
    assertThat(record.systems()).isNull();
    assertThat(record.grants()).isNull();
    assertThat(record.invokers()).isEmpty();
  }

  @Test
  void aTombstoneRemovesTheKeyFromItsTimeOn() {
    assertThat(RegistryDecoder.decode(Subject.USER, bytes("ana"), null, PLACE, TIME).change())
        .isEqualTo(RegistryChange.removal(Subject.USER, "ana", TIME));
  }

  @Test
  void aRecordMayRemoveFromAnotherTimeOn() {
    String removal = "{\"agent_id\":\"a\",\"removed\":true,\"effective\":\"2026-01-01T00:00:00Z\"}";
    assertThat(agent("a", removal).change())
        .isEqualTo(RegistryChange.removal(Subject.AGENT, "a", JANUARY.toEpochMilli()));
  }

  @Test
  void fieldsThatAreNotKnownAreIgnored() {
    assertThat(agent("a", "{\"agent_id\":\"a\",\"colour\":{\"r\":1}}").change().id())
        .isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          []|NOT_AN_OBJECT|the record is an array; expected a JSON object
          {} {}|TRAILING_CONTENT|something follows the object at byte 3; expected one object per record
          {"x":1,"x":2}|DUPLICATE_FIELD|"x" occurs twice in one object; expected it once
          {}|MISSING_FIELD|agent_id is absent, null or empty; expected a text, as it is required
          {"agent_id":"b"}|KEY_MISMATCH|the key is "a" and agent_id is "b"; expected the same
          {"agent_id":1}|WRONG_TYPE|agent_id is a number; expected a string
          {"agent_id":"a","kind":"rogue"}|UNKNOWN_VALUE|kind is "rogue"; expected one of personal, third_party, organizational
          {"agent_id":"a","owner":"\\u0007"}|CONTROL_CHARACTER|owner holds U+0007 at character 0; expected no control characters
          {"agent_id":"a","owner":"\\ud800"}|LONE_SURROGATE|owner holds half of a surrogate pair at character 0; expected well-formed Unicode
          {"agent_id":"a","effective":"today"}|TIME_MALFORMED|effective is "today"; expected RFC 3339, for example 2026-03-01T09:30:00Z
          {"agent_id":"a","removed":"yes"}|WRONG_TYPE|removed is a string; expected true or false
          {"agent_id":"a","systems":"crm"}|WRONG_TYPE|systems is a string; expected an array
          {"agent_id":"a","systems":["crm",3]}|WRONG_TYPE|systems[1] is a number; expected a string
          {"agent_id":"a","invokers":[""]}|MISSING_FIELD|invokers[0] is absent, null or empty; expected a text, as it is required
          {"agent_id":"a","grants":[true]}|WRONG_TYPE|grants[0] is a boolean; expected an object
          {"agent_id":"a","grants":[{"system":"crm"}]}|MISSING_FIELD|grants[0].permission is absent, null or empty; expected a text, as it is required
          {"agent_id":"a","grants":[{"system":"crm","permission":"r"}]}|MISSING_FIELD|grants[0].granted is absent, null or empty; expected a text, as it is required
          {"agent_id":"a","grants":[{"system":"crm","permission":"*:r"}]}|PATTERN_MALFORMED|grants[0].permission is "*:r"; expected * at the end only, or none
          {"agent_id":"a","grants":[{"system":"s","permission":"p","granted":"2026-01-02T00:00:00Z","expires":"2026-01-01T00:00:00Z"}]}|INCONSISTENT|grants[0].expires is 2026-01-01T00:00:00Z, before granted, which is 2026-01-02T00:00:00Z
          {"agent_id":"a","credentials":[{"type":"api_key"}]}|MISSING_FIELD|credentials[0].id is absent, null or empty; expected a text, as it is required
          {"agent_id":"a","credentials":[{"id":"k"},{"id":"k"}]}|INCONSISTENT|credentials[1].id is that of credentials[0]; expected another
          """)
  void saysWhyItRefusesAnAgent(String value, Rejection reason, String message) {
    DeadLetter refused = agent("a", value).deadLetter();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).isEqualTo(message);
    assertThat(refused.position()).isEqualTo(PLACE);
    assertThat(new String(refused.original(), UTF_8)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"user_id":"u"}|MISSING_FIELD|status is absent, null or empty; expected a text, as it is required
          {"user_id":"u","status":"asleep"}|UNKNOWN_VALUE|status is "asleep"; expected one of active, disabled, departed
          {"user_id":"u","status":"active","entitlements":[{}]}|MISSING_FIELD|entitlements[0].system is absent, null or empty; expected a text, as it is required
          """)
  void saysWhyItRefusesAPerson(String value, Rejection reason, String message) {
    DeadLetter refused = person("u", value).deadLetter();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void refusesAKeyThatIsNoId() {
    assertThat(reason(null, bytes(AGENT))).isEqualTo(Rejection.MISSING_FIELD);
    assertThat(reason(null, null)).isEqualTo(Rejection.MISSING_FIELD);
    assertThat(reason(new byte[] {(byte) 0xFF}, null)).isEqualTo(Rejection.NOT_UTF8);
    assertThat(reason(bytes("a\n"), null)).isEqualTo(Rejection.CONTROL_CHARACTER);
    assertThat(reason(bytes("a".repeat(513)), null)).isEqualTo(Rejection.TOO_LONG);
  }

  @Test
  void anEmptyValueIsNoTombstone() {
    assertThat(reason(bytes("a"), new byte[0])).isEqualTo(Rejection.EMPTY);
  }

  @Test
  void listsHaveALimit() {
    String most = "\"s\",".repeat(RegistryContract.MAX_ENTRIES - 1) + "\"s\"";
    assertThat(agent("a", "{\"agent_id\":\"a\",\"systems\":[" + most + "]}").change()).isNotNull();
    assertThat(agent("a", "{\"agent_id\":\"a\",\"systems\":[\"s\"," + most + "]}").deadLetter())
        .extracting(DeadLetter::reason, DeadLetter::message)
        .containsExactly(Rejection.TOO_MANY, "systems has 4097 entries; at most 4096 are allowed");
  }

  @Test
  void recordsHaveALimit() {
    byte[] large = (AGENT + " ".repeat(ActivityContract.MAX_RECORD_BYTES)).getBytes(UTF_8);
    assertThat(reason(bytes("a"), large)).isEqualTo(Rejection.TOO_LARGE);
  }

  @Test
  void anyBytesGiveExactlyOneResult() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = bytes(i % 2 == 0 ? AGENT : PERSON);
      for (int damage = random.nextInt(4); damage >= 0; damage--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      assertThat(RegistryDecoder.decode(Subject.AGENT, bytes("a"), bytes, PLACE, 0)).isNotNull();
      assertThat(RegistryDecoder.decode(Subject.USER, bytes("ana"), bytes, PLACE, 0)).isNotNull();
      assertThat(RegistryDecoder.decodeLine(bytes, PLACE)).isNotNull();
    }
  }

  private static RegistryRecord agent(String key, String value) {
    return RegistryDecoder.decode(Subject.AGENT, bytes(key), bytes(value), PLACE, TIME);
  }

  private static RegistryRecord person(String key, String value) {
    return RegistryDecoder.decode(Subject.USER, bytes(key), bytes(value), PLACE, TIME);
  }

  private static Rejection reason(byte[] key, byte[] value) {
    return RegistryDecoder.decode(Subject.AGENT, key, value, PLACE, TIME).deadLetter().reason();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
