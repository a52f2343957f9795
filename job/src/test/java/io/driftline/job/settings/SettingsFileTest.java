package io.driftline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  @TempDir private Path folder;

  private final List<SettingsFault> faults = new ArrayList<>();

  private Path file;

  private List<Setting> read(String yaml) throws IOException {
    file = Files.writeString(folder.resolve("d.yaml"), yaml);
    return SettingsFile.read(file, faults);
  }

  private void assertFault(String what) {
    assertThat(faults).extracting(SettingsFault::what).containsExactly(file + what);
  }

  @Test
  void keysMayBeNestedOrFlat() throws IOException {
    List<Setting> settings =
        read(
            """
            # ours
            driftline:
              kafka.properties:
                security.protocol: SSL
              threshold:
                alert: 80
            driftline.seed: 0042
            execution.checkpointing.interval: 20 s
            """);

    assertThat(faults).isEmpty();
    assertThat(settings)
        .containsExactly(
            setting("driftline.kafka.properties.security.protocol", "SSL", 4),
            setting("driftline.threshold.alert", "80", 6),
            setting("driftline.seed", "0042", 7),
            setting("execution.checkpointing.interval", "20 s", 8));
  }

  @Test
  void aListIsJoinedAsItsReaderWantsIt() throws IOException {
    List<Setting> settings =
        read(
            """
            driftline.kafka.activity-topics: [mail, crm]
            driftline.kafka.bootstrap-servers:
              - a:1
              - b:1
            """);

    assertThat(settings).extracting(Setting::value).containsExactly("mail;crm", "a:1,b:1");
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    assertThat(read("# nothing yet\n")).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsSetTwiceIsRefusedHoweverItIsWritten() throws IOException {
    read("driftline: {seed: 1}\ndriftline.seed: 2\n");

    assertThat(faults)
        .extracting(SettingsFault::what)
        .containsExactly("driftline.seed is set twice (%s:1 and %s:2)".formatted(file, file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\npassword: x: marker\n",
        "a: 1\npassword: %marker\n",
        "a: 1\n\tpassword: marker\n",
        "a: 1\n'password: marker\n"
      })
  void whatIsNotYamlIsToldByLineAndNeverQuoted(String yaml) throws IOException {
    read(yaml);

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).what()).startsWith(file + ":").endsWith(" is not YAML");
    assertThat(faults.toString()).doesNotContain("marker");
  }

  @Test
  void aPasswordThatLooksLikeAReferenceIsNotQuoted() throws IOException {
    read("password: *marker\n");

    assertThat(faults).hasSize(1);
    assertThat(faults.toString()).doesNotContain("marker");
  }

  @Test
  void referencesAreRefused() throws IOException {
    read("a: &x [1]\nb: *x\n");

    assertFault(":2 refers to another line by *");
  }

  @Test
  void depthIsBounded() throws IOException {
    read("a: " + "[".repeat(100_000));

    assertFault(":1 is nested more than 16 deep");
  }

  @Test
  void sizeIsBounded() throws IOException {
    read("#".repeat(SettingsFile.MOST_BYTES + 1));

    assertFault(" has more than 262144 bytes");
  }

  @Test
  void aKeyWithoutValueIsRefused() throws IOException {
    read("driftline.model:\n");

    assertThat(faults)
        .extracting(SettingsFault::what)
        .containsExactly("driftline.model (%s:1) has no value".formatted(file));
  }

  @Test
  void whatIsNoMapIsRefused() throws IOException {
    read("- driftline.seed\n");

    assertFault(":1 is no map");
  }

  @Test
  void severalDocumentsAreRefused() throws IOException {
    read("a: 1\n---\nb: 2\n");

    assertThat(faults).hasSize(1);
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    SettingsFile.read(folder.resolve("absent.yaml"), faults);

    assertThat(faults)
        .containsExactly(
            new SettingsFault(
                "there is no settings file " + folder.resolve("absent.yaml"),
                "correct --config or DRIFTLINE_CONFIG"));
  }

  private Setting setting(String key, String value, int line) {
    return new Setting(key, value, Origin.line(file, line));
  }
}
