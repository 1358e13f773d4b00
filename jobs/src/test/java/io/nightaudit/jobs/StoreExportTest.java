package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of the shared store, through the command. */
class StoreExportTest {
  @TempDir private Path folder;

  private static Audit export(String form, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", form));
    arguments.add("--config=" + SampleStore.shared().archive().configuration());
    arguments.add("--store=" + SampleStore.shared().folder());
    arguments.add("--from=" + SampleNight.date(1));
    arguments.add("--to=" + SampleNight.date(SampleNight.NIGHTS));
    arguments.addAll(List.of(more));
    return Audit.run(arguments.toArray(String[]::new));
  }

  @Test
  void focus_allNights_addsUpToTheLedger() throws IOException {
    Path file = folder.resolve("costs.parquet");

    Audit audit = export("focus", "--output=" + file, "--billing-account=acct-1");

    assertThat(audit.status()).as(audit.err()).isZero();
    Dataset<Row> charges = TestSpark.session().read().parquet(file.toString());
    Dataset<Row> priced =
        StoreContent.table(SampleStore.shared().folder(), "cost_ledger").where("priced");
    assertThat(charges.count()).isEqualTo(priced.count()).isPositive();
    assertThat(charges.where("ListUnitPrice * PricingQuantity <> ListCost").count()).isZero();
    assertThat(charges.where("BillingAccountId <> 'acct-1' OR BilledCost IS NULL").count())
        .isZero();
    BigDecimal ledger = priced.selectExpr("sum(usd)").first().getDecimal(0);
    BigDecimal exact =
        charges.selectExpr("sum(cast(x_ExactCost as decimal(38,12)))").first().getDecimal(0);
    assertThat(exact).isEqualByComparingTo(ledger);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void findingsAndOscal_allNights_areThoseOfTheStore() throws IOException {
    Path csv = folder.resolve("findings.csv");
    Path json = folder.resolve("assessment.json");

    assertThat(export("findings", "--output=" + csv).status()).isZero();
    assertThat(export("oscal", "--output=" + json).status()).isZero();

    long findings = StoreContent.table(SampleStore.shared().folder(), "findings").count();
    assertThat(Files.readAllLines(csv)).hasSize((int) findings + 1);
    JsonNode results = new ObjectMapper().readTree(json.toFile()).at("/assessment-results/results");
    assertThat(results).hasSize(SampleNight.NIGHTS);
    int observations = 0;
    for (JsonNode result : results) {
      observations += result.path("observations").size();
    }
    assertThat(observations).isEqualTo((int) findings);
  }

  @Test
  void openlineage_server_getsEveryEventOrSaysWhy() throws IOException {
    List<String> received = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(body);
          exchange.sendResponseHeaders(received.size() > 2 ? 500 : 201, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "--url=http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Audit sent = export("openlineage", url);
      assertThat(sent.status()).as(sent.err()).isZero();
      assertThat(received).hasSize(2);
      assertThat(new ObjectMapper().readTree(received.get(1)).path("eventType").asText())
          .isEqualTo("COMPLETE");

      Audit refused = export("openlineage", url);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("HTTP status 500 after 0 of 2 events");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void export_wrongUse_saysWhatToDo() {
    assertThat(export("focus", "--output=costs.csv").err()).contains("ends in .parquet");
    assertThat(export("oscal", "--url=http://localhost/").err()).contains("for openlineage");
    assertThat(export("openlineage").err()).contains("--output or a server with --url");
    assertThat(export("focuss", "--output=costs.parquet").status()).isEqualTo(2);
    Audit absent =
        Audit.run(
            "export",
            "findings",
            "--config=" + SampleStore.shared().archive().configuration(),
            "--store=" + SampleStore.shared().folder(),
            "--night=2001-01-01",
            "--output=" + folder.resolve("a.csv"));
    assertThat(absent.status()).isEqualTo(3);
    assertThat(absent.err()).contains("no night from 2001-01-01").contains("nightaudit run");
  }
}
