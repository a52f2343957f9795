package io.driftline.job.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.driftline.activity.AgentAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * An action as the plainest Jackson data binding reads and writes it: the whole event, unchecked.
 */
final class ActionJson
    implements DeserializationSchema<AgentAction>, SerializationSchema<AgentAction> {

  private static final long serialVersionUID = 1L;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(AgentAction.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(AgentAction.class);

  /** What is no event, such as the mark at the end of the topic, is skipped. */
  @Override
  public AgentAction deserialize(byte[] event) throws IOException {
    return event[0] == '{' ? READER.readValue(event) : null;
  }

  @Override
  public byte[] serialize(AgentAction action) {
    try {
      return WRITER.writeValueAsBytes(action);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write action " + action.eventId(), e);
    }
  }

  @Override
  public boolean isEndOfStream(AgentAction next) {
    return false;
  }

  @Override
  public TypeInformation<AgentAction> getProducedType() {
    return TypeInformation.of(AgentAction.class);
  }
}
