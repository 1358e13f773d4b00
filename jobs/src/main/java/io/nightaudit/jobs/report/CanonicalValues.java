package io.nightaudit.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How a report's numbers and absent values stand in JSON. */
final class CanonicalValues extends SimpleModule {
  private static final MathContext PRECISION = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final double SMALLEST_PLAIN = 1e-9;
  private static final double LARGEST_PLAIN = 1e15;

  CanonicalValues() {
    super("nightaudit-canonical-values");
    addSerializer(Double.class, new DoubleSerializer(Double.class));
    addSerializer(double.class, new DoubleSerializer(double.class));
    addSerializer(Optional.class, new OptionalSerializer());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new OptionalDeserializers());
  }

  /** The one printed form of a finite number. */
  static String print(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(PRECISION).stripTrailingZeros();
    double magnitude = Math.abs(value);
    boolean plain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  private static final class DoubleSerializer extends StdSerializer<Double> {
    DoubleSerializer(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        throw JsonMappingException.from(
            json, "a report holds finite numbers only, found " + value + "; leave it out instead");
      }
      json.writeNumber(print(value));
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OptionalSerializer extends StdSerializer<Optional> {
    OptionalSerializer() {
      super(Optional.class);
    }

    @Override
    public void serialize(Optional value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), json);
      } else {
        json.writeNull();
      }
    }
  }

  private static final class OptionalDeserializers extends Deserializers.Base {
    @Override
    public JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return type.hasRawClass(Optional.class)
          ? new OptionalDeserializer(type, type.containedTypeOrUnknown(0))
          : null;
    }
  }

  private static final class OptionalDeserializer extends StdDeserializer<Optional<?>> {
    private final transient JavaType content;

    OptionalDeserializer(JavaType type, JavaType content) {
      super(type);
      this.content = content;
    }

    @Override
    public Optional<?> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      Object value = context.readValue(json, content);
      return Optional.ofNullable(value);
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
