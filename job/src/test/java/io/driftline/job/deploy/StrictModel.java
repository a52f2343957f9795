package io.driftline.job.deploy;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads JSON into the classes of an interface and finds fields that the interface does not have.
 * Those of Kubernetes keep what they do not know, so that nothing would be said otherwise.
 */
final class StrictModel {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private StrictModel() {}

  static <T> T read(JsonNode json, Class<T> type) throws Exception {
    List<String> unknown = new ArrayList<>();
    check(json, MAPPER.constructType(type), "", unknown);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no field " + unknown);
    }
    return MAPPER.treeToValue(json, type);
  }

  private static void check(JsonNode json, JavaType type, String path, List<String> unknown) {
    if (type.isCollectionLikeType() || type.isArrayType()) {
      json.forEach(each -> check(each, type.getContentType(), path + "[]", unknown));
    } else if (type.isMapLikeType()) {
      json.forEach(each -> check(each, type.getContentType(), path + "{}", unknown));
    } else if (json.isObject()) {
      Map<String, BeanPropertyDefinition> known = properties(type);
      json.properties()
          .forEach(
              field -> {
                BeanPropertyDefinition property = known.get(field.getKey());
                String name = path + "/" + field.getKey();
                if (property == null) {
                  unknown.add(name);
                } else {
                  check(field.getValue(), property.getPrimaryType(), name, unknown);
                }
              });
    }
  }

  private static Map<String, BeanPropertyDefinition> properties(JavaType type) {
    BeanDescription bean = MAPPER.getDeserializationConfig().introspect(type);
    return bean.findProperties().stream()
        .filter(each -> !each.getName().equals("additionalProperties"))
        .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
  }
}
