package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IngestTypesTest {

  private static final SerializerConfigImpl NO_KRYO =
      new SerializerConfigImpl(Configuration.fromMap(Map.of("pipeline.generic-types", "false")));

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(AgentActionSerializer.TYPE, Samples.fullAction()),
        Arguments.of(TypeInformation.of(AgentAction.class), Samples.fullAction()),
        Arguments.of(TypeInformation.of(AgentAction.class), Samples.minimalAction()),
        Arguments.of(TypeInformation.of(SourcePosition.class), Samples.PLACE),
        Arguments.of(TypeInformation.of(DeadLetter.class), Samples.deadLetter()),
        Arguments.of(TypeInformation.of(Decoded.class), Decoded.of(Samples.fullAction())),
        Arguments.of(TypeInformation.of(Decoded.class), Decoded.of(Samples.deadLetter())));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void roundTripsWithoutKryo(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(NO_KRYO);
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(in)).isEqualTo(value);
    assertThat(serializer.copy(value)).isEqualTo(value);
  }

  @Test
  void aDecodedRecordCarriesItsActionByTheCompactSerializer() {
    PojoTypeInfo<Decoded> type = (PojoTypeInfo<Decoded>) TypeInformation.of(Decoded.class);
    assertThat(type.getPojoFieldAt(type.getFieldIndex("action")).getTypeInformation())
        .isSameAs(AgentActionSerializer.TYPE);
  }
}
