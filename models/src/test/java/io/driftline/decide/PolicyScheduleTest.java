package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyScheduleTest {

  private static final long ANY = Long.MIN_VALUE;

  @Test
  void theHighestVersionThatHasBegunHolds() {
    PolicySchedule schedule =
        PolicySchedule.NONE.with(at(1, ANY), 0).with(at(2, 100), 0).with(at(3, 50), 0);
    assertThat(schedule.at(49, ThresholdPolicy.NONE).version()).isEqualTo(1);
    assertThat(schedule.at(50, ThresholdPolicy.NONE).version()).isEqualTo(3);
    assertThat(schedule.at(100, ThresholdPolicy.NONE).version()).isEqualTo(3);
    assertThat(PolicySchedule.NONE.at(5, ThresholdPolicy.NONE)).isSameAs(ThresholdPolicy.NONE);
  }

  @Test
  void whatNothingCanMeetIsDropped() {
    PolicySchedule schedule = PolicySchedule.NONE.with(at(1, ANY), 0).with(at(2, 100), 99);
    assertThat(schedule.all()).hasSize(2);
    assertThat(schedule.with(at(3, 200), 100).all())
        .extracting(each -> each.policy().version())
        .containsExactly(3L, 2L);
  }

  @Test
  void isBounded() {
    PolicySchedule schedule = PolicySchedule.NONE;
    for (int version = 1; version <= 40; version++) {
      schedule = schedule.with(at(version, 1_000 + version), 0);
    }
    assertThat(schedule.all()).hasSize(PolicySchedule.MOST);
    assertThat(schedule.at(2_000, ThresholdPolicy.NONE).version()).isEqualTo(40);
  }

  @Test
  void theStoredFormSaysTheSame() {
    PolicySchedule schedule = PolicySchedule.NONE.with(at(1, ANY), 0).with(at(2, 100), 0);
    assertThat(PolicyScheduleCodec.decode(PolicyScheduleCodec.encode(schedule)).all())
        .isEqualTo(schedule.all());
  }

  private static ScheduledPolicy at(long version, long from) {
    return new ScheduledPolicy(new ThresholdPolicy(version, List.of(), Map.of()), from);
  }
}
