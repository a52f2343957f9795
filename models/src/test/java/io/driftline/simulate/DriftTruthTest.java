package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTruthTest {
  private static final Instant ONSET = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-15T00:00:00Z");

  @Test
  void theMidpointLiesHalfWay() {
    assertThat(truth(DriftScript.PURPOSE_CHANGE, ONSET, END, null).midpoint())
        .isEqualTo("2026-03-08T00:00:00Z");
    assertThat(truth(DriftScript.MORE_VOLUME, ONSET, ONSET, null).midpoint()).isEqualTo(ONSET);
  }

  @Test
  void aStableAgentHasNoOnsetEvenIfItIsReleased() {
    DriftTruth stable = truth(null, null, null, ONSET);
    assertThat(stable.stable()).isTrue();
    assertThat(stable.midpoint()).isNull();
    assertThat(stable.withRelease()).isFalse();
  }

  @Test
  void aReleaseCoincidesOnlyIfItIsAtTheOnset() {
    assertThat(truth(DriftScript.MORE_ERRORS, ONSET, END, ONSET).withRelease()).isTrue();
    assertThat(truth(DriftScript.MORE_ERRORS, ONSET, END, END).withRelease()).isFalse();
    assertThat(truth(DriftScript.MORE_ERRORS, ONSET, END, null).withRelease()).isFalse();
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertThatIllegalArgumentException().isThrownBy(() -> truth(null, ONSET, END, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> truth(DriftScript.SPIKE, ONSET, null, null))
        .withMessage(
            "script, onset and end must be given together, were SPIKE, 2026-03-01T00:00:00Z and"
                + " null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> truth(DriftScript.SPIKE, END, ONSET, null))
        .withMessageStartingWith("end must not be before onset");
  }

  private static DriftTruth truth(DriftScript script, Instant onset, Instant end, Instant release) {
    return new DriftTruth("a", script, onset, end, List.of(), release);
  }
}
