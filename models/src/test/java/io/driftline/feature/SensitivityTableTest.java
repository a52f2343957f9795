package io.driftline.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTableTest {

  private static final String OURS =
      """
      # ours
      s3:GetObjectAcl   0.6
      s3:Get*           0.3
      *:delete*         0.9
      mail:send         0.1
      reports.*         0.2
      frobnicate        0.8
      read              0.05
      kv:\\*            0.7
      """;

  private static final SensitivityTable TABLE =
      SensitivityTable.shipped().extendedBy("ours.txt", OURS);

  @ParameterizedTest
  @CsvSource({
    "read, 0", "list, 0", "download, 0.25", "invoke, 0.25", "write, 0.5", "send, 0.75",
    "share, 0.75", "transfer, 1", "delete, 1", "execute, 1", "administer, 1", "DELETE, 1",
    "frobnicate, 0.5", "'', 0.5",
  })
  void everyShippedVerbHasALevel(String verb, double level) {
    assertThat(SensitivityTable.shipped().levelOf(verb)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObjectAcl, 0.6",
    "s3:GetObject, 0.3",
    "S3:getbucket, 0.3",
    "s3:Get, 0.3",
    "crm:delete, 0.9",
    "crm:contacts:delete_all, 0.9",
    "mail:send, 0.1",
    "mail:send_all, 0.75",
    "my.mail:send, 0.75",
    "reports.delete, 0.2",
    "orders:frobnicate, 0.8",
    "crm:read, 0.05",
    "kv:*, 0.7",
    "kv:get, 0",
    "s3:*, 1",
    "calendar.events.delete, 1",
  })
  void theFirstPatternDecidesThenTheVerb(String permission, double level) {
    assertThat(TABLE.levelOf(permission)).isEqualTo(level);
  }

  @Test
  void theShippedTableIsNotChangedByExtendingIt() {
    assertThat(SensitivityTable.shipped().levelOf("crm:read")).isZero();
  }

  @Test
  void aLaterExtensionComesFirst() {
    SensitivityTable table = TABLE.extendedBy("more.txt", "s3:* 1\nread 0.4");

    assertThat(table.levelOf("s3:GetObjectAcl")).isEqualTo(1);
    assertThat(table.levelOf("crm:read")).isEqualTo(0.4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail:send      | two columns were expected, got 1",
        "mail:send 1 no | two columns were expected, got 3",
        "mail:send high | the level must be a number, was 'high'",
        "mail:send 1.5  | the level must be from 0 to 1, was 1.5",
        "mail:send -0.1 | the level must be from 0 to 1, was -0.1",
        "mail:send NaN  | the level must be from 0 to 1, was NaN",
      })
  void aWrongLineIsNamedWithWhatToWrite(String line, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityTable.empty().extendedBy("x.txt", "# one\n\n" + line))
        .withMessage(
            "x.txt:3: "
                + problem
                + ": write a pattern, blanks and a level from 0 to 1, for example 'mail:send 0.75'");
  }

  @Test
  void aPatternGivenTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityTable.empty().extendedBy("x.txt", "a:b 1\nc 0\nA:B 0.5"))
        .withMessage("x.txt:3: A:B is on line 1 already: remove one of the two");
  }

  @Test
  void anEndlessTableIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityTable.empty().extendedBy("x.txt", "#\n".repeat(10_001)))
        .withMessage("x.txt:10001: the table is too long: keep at most 10000 lines");
  }

  @Test
  void itTravelsToTheOperators() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(TABLE);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SensitivityTable read = (SensitivityTable) in.readObject();
      assertThat(read.levelOf("s3:GetObject")).isEqualTo(0.3);
      assertThat(read.levelOf("crm:read")).isEqualTo(0.05);
    }
  }

  @Property(seed = "1")
  void anyNameHasALevel(@ForAll String name) {
    assertThat(TABLE.levelOf(name)).isBetween(0.0, 1.0);
  }

  @Property(seed = "2")
  void aPatternOfTheNameItselfMatchesWhateverStandsAround(
      @ForAll String before, @ForAll String middle, @ForAll String after) {
    String name = Glob.lower(before + middle + after);
    assertThat(Glob.of("*" + middle.replace("*", "\\*") + "*").matches(name)).isTrue();
    assertThat(Glob.of("*").matches(name)).isTrue();
  }
}
