package io.driftline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void keysAndValuesStandSideBySideOrWithAnEqualsSign() {
    Flags flags =
        Flags.parse("--driftline.seed", "-7", "--state.backend.type=rocksdb", "--a", "x=y");

    assertThat(flags.settings())
        .containsExactly(
            new Setting("driftline.seed", "-7", Origin.flag("--driftline.seed")),
            new Setting("state.backend.type", "rocksdb", Origin.flag("--state.backend.type")),
            new Setting("a", "x=y", Origin.flag("--a")));
    assertThat(flags.file()).isNull();
  }

  @Test
  void theFileIsNoSetting() {
    Flags flags = Flags.parse("--config", "driftline.yaml");

    assertThat(flags.settings()).isEmpty();
    assertThat(flags.file()).isEqualTo(Path.of("driftline.yaml"));
  }

  @Test
  void allThatIsMalformedIsToldAtOnceWithoutQuotingIt() {
    assertThatExceptionOfType(SettingsRefused.class)
        .isThrownBy(() -> Flags.parse("marker", "--a", "1", "--a", "2", "--b", "--c"))
        .withMessage(
            """
            4 faults in the settings
              argument 1 of the command line belongs to no flag: write --key value, and quote values with spaces
              flag --a is given twice: give it once
              flag --b has no value: write --key value
              flag --c has no value: write --key value""");
  }
}
