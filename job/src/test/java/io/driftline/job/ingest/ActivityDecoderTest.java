package io.driftline.job.ingest;

import static io.driftline.job.ingest.Samples.decode;
import static io.driftline.job.ingest.Samples.minimalWith;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityDecoderTest {

  @Test
  void decodesAnEventWithEveryField() {
    assertThat(decode(Samples.FULL).action()).isEqualTo(Samples.fullAction());
  }

  @Test
  void decodesAnEventWithOnlyTheRequiredFields() {
    assertThat(decode(Samples.MINIMAL).action()).isEqualTo(Samples.minimalAction());
  }

  @Test
  void ignoresUnknownFieldsWhateverTheyHold() {
    String extra = "\"x\":{\"id\":[1,{\"id\":\"\\ud800\"}]},\"x\":1e999,\"agent_kind\":false";
    assertThat(decode(minimalWith(extra)).action()).isEqualTo(Samples.minimalAction());
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(decode("\ufeff" + Samples.MINIMAL).action()).isEqualTo(Samples.minimalAction());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"session_id\":\"\"",
        "\"session_id\":null",
        "\"bytes\":null",
        "\"outcome\":\"\"",
        "\"requester\":null",
        "\"requester\":{}",
        "\"requester\":{\"id\":\"\",\"type\":\"user\"}",
        "\"credential\":{\"type\":\"api_key\"}"
      })
  void takesEmptyAndNullForAbsent(String field) {
    assertThat(decode(minimalWith(field)).action()).isEqualTo(Samples.minimalAction());
  }

  @Test
  void keepsControlCharactersInAResource() {
    AgentAction action = decode(minimalWith("\"resource\":\"SELECT 1\\n\\u0000\"")).action();
    assertThat(action.resource()).isEqualTo("SELECT 1\n\u0000");
  }

  @Test
  void countsLimitsInCodePoints() {
    String longest = "\ud83d\ude00".repeat(ActivityContract.MAX_IDENTIFIER);
    assertThat(decode(minimalWith("\"session_id\":\"" + longest + "\"")).action().sessionId())
        .isEqualTo(longest);
  }

  @Test
  void acceptsTheLargestNumber() {
    assertThat(decode(minimalWith("\"bytes\":9223372036854775807")).action().bytes())
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-03-02T12:00:00Z"})
  void acceptsTheEarliestAndTheLatestTime(String time) {
    assertThat(decode(Samples.MINIMAL.replace("2026-03-01T09:30:00Z", time)).isAction()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithReasonAndMessage(Rejection reason, String record, String message) {
    DeadLetter letter = decode(record).deadLetter();
    assertThat(letter).as(record).isNotNull();
    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.message()).contains(message);
    assertThat(letter.position()).isEqualTo(Samples.PLACE);
    assertThat(letter.original()).isEqualTo(record.getBytes(UTF_8));
  }

  static Stream<Arguments> refused() {
    return Stream.concat(refusedAsJson(), refusedAsEvent());
  }

  private static Stream<Arguments> refusedAsJson() {
    return Stream.of(
        refused(Rejection.EMPTY, "", "no bytes"),
        refused(Rejection.EMPTY, " \n\t", "white space"),
        refused(Rejection.NOT_JSON, "{", "byte 1"),
        refused(Rejection.NOT_JSON, "nonsense", "'nonsense'"),
        refused(Rejection.NOT_JSON, "NaN", "NaN"),
        refused(Rejection.NOT_JSON, minimalWith("\"bytes\":NaN"), "NaN"),
        refused(Rejection.NOT_JSON, minimalWith("\"bytes\":-Infinity"), "expected JSON"),
        refused(Rejection.NOT_JSON, minimalWith("\"x\":01"), "expected JSON"),
        refused(Rejection.NOT_JSON, minimalWith("\"x\":'y'"), "expected JSON"),
        refused(Rejection.NOT_JSON, minimalWith("\"x\":\"\t\""), "expected JSON"),
        refused(Rejection.NOT_JSON, "{\"x\":1,}", "expected JSON"),
        refused(Rejection.NOT_AN_OBJECT, "[]", "an array; expected a JSON object"),
        refused(Rejection.NOT_AN_OBJECT, "\"x\"", "a string"),
        refused(Rejection.NOT_AN_OBJECT, "null", "null"),
        refused(
            Rejection.TRAILING_CONTENT, Samples.MINIMAL + "{}", "byte " + Samples.MINIMAL.length()),
        refused(Rejection.TRAILING_CONTENT, Samples.MINIMAL + " x", "one object per record"),
        refused(Rejection.TOO_DEEP, minimalWith("\"x\":" + "[".repeat(32)), "32 deep"));
  }

  private static Stream<Arguments> refusedAsEvent() {
    String tooLong = "x".repeat(ActivityContract.MAX_IDENTIFIER + 1);
    return Stream.of(
        refused(Rejection.DUPLICATE_FIELD, minimalWith("\"system\":\"mail\""), "system occurs"),
        refused(Rejection.DUPLICATE_FIELD, minimalWith("\"agent\":{\"id\":\"b\"}"), "agent occurs"),
        refused(Rejection.MISSING_FIELD, "{}", "event_id is absent, null or empty"),
        refused(Rejection.MISSING_FIELD, minimal("\"a1\"", "\"\""), "agent.id"),
        refused(Rejection.MISSING_FIELD, minimal("{\"id\":\"a1\"}", "null"), "agent.id"),
        refused(Rejection.MISSING_FIELD, minimal("\"mail\"", "null"), "system"),
        refused(
            Rejection.WRONG_TYPE, minimal("\"mail\"", "7"), "system is a number; expected a str"),
        refused(Rejection.WRONG_TYPE, minimal("{\"id\":\"a1\"}", "\"a1\""), "expected an object"),
        refused(Rejection.WRONG_TYPE, minimalWith("\"session_id\":[]"), "session_id is an array"),
        refused(Rejection.WRONG_TYPE, minimalWith("\"bytes\":\"5\""), "expected a whole number"),
        refused(Rejection.WRONG_TYPE, minimalWith("\"requester\":{\"id\":1}"), "requester.id"),
        refused(
            Rejection.UNKNOWN_VALUE,
            minimalWith("\"outcome\":\"ok\""),
            "outcome is \"ok\"; expected one of success, denied, error"),
        refused(
            Rejection.UNKNOWN_VALUE, minimalWith("\"requester\":{\"type\":\"x\"}"), "user, agent"),
        refused(Rejection.TOO_LONG, minimalWith("\"session_id\":\"" + tooLong + "\""), "513"),
        refused(Rejection.TOO_LONG, minimalWith(resource(4097)), "4097 characters; at most 4096"),
        refused(Rejection.CONTROL_CHARACTER, minimal("a1", "a\\u0000"), "agent.id holds U+0000"),
        refused(Rejection.CONTROL_CHARACTER, minimal("a1", "a\u0085"), "U+0085"),
        refused(Rejection.LONE_SURROGATE, minimal("a1", "\\ud800"), "agent.id"),
        refused(Rejection.LONE_SURROGATE, minimalWith("\"resource\":\"a\\udc00\""), "character 1"),
        refused(Rejection.NUMBER_NOT_WHOLE, minimalWith("\"bytes\":1.0"), "bytes is \"1.0\""),
        refused(Rejection.NUMBER_NOT_WHOLE, minimalWith("\"bytes\":1e3"), "plain digits"),
        refused(Rejection.NUMBER_OUT_OF_RANGE, minimalWith("\"bytes\":-1"), "\"-1\""),
        refused(
            Rejection.NUMBER_OUT_OF_RANGE, minimalWith("\"bytes\":9223372036854775808"), "from 0"),
        refused(
            Rejection.NUMBER_OUT_OF_RANGE, minimalWith("\"bytes\":" + "9".repeat(5000)), "9…\""),
        refused(Rejection.TIME_MALFORMED, minimal("09:30:00Z", "09:30:00"), "RFC 3339"),
        refused(Rejection.TIME_TOO_EARLY, minimal("2026-03", "1999-12"), "2000-01-01T00:00:00Z"),
        refused(Rejection.TIME_IN_FUTURE, minimal("03-01T", "03-03T"), "2026-03-02T12:00:00Z"));
  }

  private static Arguments refused(Rejection reason, String record, String message) {
    return Arguments.of(reason, record, message);
  }

  private static String minimal(String part, String replacement) {
    return Samples.MINIMAL.replace(part, replacement);
  }

  private static String resource(int length) {
    return "\"resource\":\"" + "x".repeat(length) + "\"";
  }

  @Test
  void acceptsTheDeepestNesting() {
    String nested = "[".repeat(31) + "]".repeat(31);
    assertThat(decode(minimalWith("\"x\":" + nested)).isAction()).isTrue();
  }

  @Test
  void acceptsTheLargestRecordAndRefusesOneByteMore() {
    byte[] largest = padded(ActivityContract.MAX_RECORD_BYTES);
    byte[] tooLarge = padded(ActivityContract.MAX_RECORD_BYTES + 1);
    assertThat(decode(largest).isAction()).isTrue();
    DeadLetter letter = decode(tooLarge).deadLetter();
    assertThat(letter.reason()).isEqualTo(Rejection.TOO_LARGE);
    assertThat(letter.message()).contains("1048577 bytes");
    assertThat(letter.size()).isEqualTo(1048577);
    assertThat(letter.truncated()).isTrue();
    assertThat(letter.original()).hasSize(DeadLetter.KEPT_BYTES);
  }

  private static byte[] padded(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) ' ');
    byte[] event = Samples.MINIMAL.getBytes(UTF_8);
    System.arraycopy(event, 0, bytes, 0, event.length);
    return bytes;
  }

  @Test
  void refusesEverythingButUtf8() {
    byte[] overlong = Samples.MINIMAL.getBytes(UTF_8);
    overlong[14] = (byte) 0xC0;
    overlong[15] = (byte) 0xAF;
    assertThat(decode(overlong).deadLetter().reason()).isEqualTo(Rejection.NOT_UTF8);
    assertThat(decode(overlong).deadLetter().message()).startsWith("byte 14 ");
    assertThat(decode(Samples.MINIMAL.getBytes(UTF_16)).isAction()).isFalse();
    assertThat(decode(Samples.MINIMAL.getBytes(UTF_16LE)))
        .extracting(decoded -> decoded.deadLetter().reason())
        .isEqualTo(Rejection.NOT_JSON);
  }

  @Test
  void takesATombstoneForAnEmptyRecord() {
    DeadLetter letter = decode((byte[]) null).deadLetter();
    assertThat(letter.reason()).isEqualTo(Rejection.EMPTY);
    assertThat(letter.original()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome", "session_id", "time"})
  void neverEchoesMuchOfTheInput(String field) {
    String hostile = "q\u202e".repeat(300);
    String record = "{\"" + field + "\":\"" + hostile + "\"," + Samples.MINIMAL.substring(1);
    String message = decode(record).deadLetter().message();
    assertThat(message).hasSizeLessThan(200).doesNotContain("\u202e");
    assertThat(message.chars().filter(c -> c == 'q').count()).isLessThanOrEqualTo(40);
  }

  @Test
  void neverEchoesMuchOfABadToken() {
    assertThat(decode("q".repeat(5000)).deadLetter().message().chars().filter(c -> c == 'q'))
        .hasSizeLessThanOrEqualTo(80);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "KEY_MISMATCH",
        "TOO_MANY",
        "PATTERN_MALFORMED",
        "INCONSISTENT",
        "UNSIGNED",
        "BAD_SIGNATURE",
        "STALE",
        "UNADMITTED"
      })
  void everyRejectionHasATestAndAText(Rejection reason) {
    assertThat(reason.text()).isNotBlank();
    boolean elsewhere = reason == Rejection.TOO_LARGE || reason == Rejection.NOT_UTF8;
    assertThat(elsewhere || refused().anyMatch(row -> row.get()[0] == reason)).isTrue();
  }
}
