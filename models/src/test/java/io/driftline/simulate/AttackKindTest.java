package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackKindTest {

  @ParameterizedTest
  @EnumSource
  void hasACodeASentenceAndAScript(AttackKind kind) {
    assertThat(AttackKind.ofCode(kind.code())).isEqualTo(kind);
    assertThat(kind.sentence()).endsWith(".").contains(" ");
    assertThat(AttackScript.of(kind).parts()).isPositive();
  }
}
