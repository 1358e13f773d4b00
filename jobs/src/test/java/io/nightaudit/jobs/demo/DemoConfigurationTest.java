package io.nightaudit.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.nightaudit.metrics.pricing.Match;
import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.Price;
import io.nightaudit.metrics.pricing.PriceBook;
import io.nightaudit.metrics.pricing.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoConfigurationTest {

  private static final int SERVED_MODEL = DemoSchema.COLUMNS.fieldIndex("served_model");
  private static final int USAGE = DemoSchema.COLUMNS.fieldIndex("usage");

  private static JsonNode configuration;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream stream = DemoArchive.class.getResourceAsStream("nightaudit.yaml")) {
      configuration = new YAMLMapper().readTree(stream);
    }
  }

  @Test
  void columns_everyMapping_isAColumnOfTheArchive() {
    for (JsonNode mapping : configuration.at("/archive/columns")) {
      String path = mapping.isTextual() ? mapping.asText() : mapping.path("column").asText();
      StructType type = DemoSchema.COLUMNS;
      for (String name : path.split("\\.")) {
        assertThat(type.fieldNames()).as(path).contains(name);
        if (type.apply(name).dataType() instanceof StructType nested) {
          type = nested;
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 21, 22, 27, 35})
  void prices_everyAnswer_hasItsPrice(int night) {
    PriceBook.Pricer pricer = PriceBook.of(prices()).pricer();
    LocalDate day = DemoArchive.FIRST_NIGHT.plusDays(night - 1L);
    for (Row row : DemoNight.rows(night)) {
      Row tokens = row.getStruct(USAGE);
      if (tokens.getLong(0) >= 0) {
        Usage usage =
            new Usage(
                tokens.getLong(0),
                tokens.getLong(1),
                tokens.getLong(2),
                Usage.UNKNOWN,
                tokens.getLong(3));
        assertThat(pricer.price("", row.getString(SERVED_MODEL), "", day, usage).unpricedReason())
            .isEmpty();
      }
    }
  }

  private static List<Price> prices() {
    List<Price> prices = new ArrayList<>();
    for (JsonNode price : configuration.at("/prices/book")) {
      prices.add(
          new Price(
              "",
              price.path("model").asText(),
              Match.valueOf(constant(price, "match")),
              Meter.valueOf(constant(price, "meter")),
              "standard",
              price.path("usd-per-million").decimalValue(),
              LocalDate.parse(price.path("from").asText()),
              Optional.ofNullable(price.get("to")).map(JsonNode::asText).map(LocalDate::parse),
              price.path("source").asText()));
    }
    return prices;
  }

  private static String constant(JsonNode price, String field) {
    return price.path(field).asText().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
