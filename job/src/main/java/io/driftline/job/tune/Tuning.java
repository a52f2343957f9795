package io.driftline.job.tune;

import io.driftline.decide.Feedback;
import io.driftline.job.state.CohortVersion;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What is broadcast to a stage by agent: exactly one of the components is present.
 *
 * @param version of what is known of a cohort, or {@code null}
 * @param policy that was published, or {@code null}
 * @param feedback that somebody gave, or {@code null}
 */
public record Tuning(CohortVersion version, PublishedPolicy policy, Feedback feedback) {

  private static final TypeInformation<Tuning> TYPE = TypeInformation.of(Tuning.class);

  public Tuning {
    if (Stream.of(version, policy, feedback).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException("exactly one component must be there");
    }
  }

  public static Tuning of(CohortVersion version) {
    return new Tuning(version, null, null);
  }

  public static Tuning of(PublishedPolicy policy) {
    return new Tuning(null, policy, null);
  }

  public static Tuning of(Feedback feedback) {
    return new Tuning(null, null, feedback);
  }

  /**
   * Versions, and what people say.
   *
   * @param said {@code null} for nothing
   * @param name of the stage that they are for, unique
   */
  public static DataStream<Tuning> join(
      DataStream<CohortVersion> versions, DataStream<Tuning> said, String name) {
    DataStream<Tuning> tuning =
        versions
            .map(Tuning::of)
            .returns(TYPE)
            .uid(name + "-versions")
            .name(name + " versions")
            .setParallelism(versions.getParallelism());
    return said == null ? tuning : tuning.union(said);
  }
}
