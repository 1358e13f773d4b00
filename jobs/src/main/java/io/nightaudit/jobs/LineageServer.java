package io.nightaudit.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server of OpenLineage events. */
final class LineageServer {
  private static final String PATH = "/api/v1/lineage";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private LineageServer() {}

  /** Sends events one by one; the first that is refused ends it. */
  static void send(URI server, Optional<String> key, List<ObjectNode> events) {
    URI address = URI.create(server.toString().replaceAll("/+$", "") + PATH);
    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    int sent = 0;
    for (ObjectNode event : events) {
      int status = post(client, address, key, event.toString());
      if (status / 100 != 2) {
        throw new IllegalStateException(
            "%s answered with HTTP status %s after %s of %s events; is it an OpenLineage server, and does it want --key?"
                .formatted(address, status, sent, events.size()));
      }
      sent++;
    }
  }

  private static int post(HttpClient client, URI address, Optional<String> key, String event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(address + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending to " + address, e);
    }
  }
}
