package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads how a night is sealed. */
final class EvidenceBinder {
  private static final Pointer AT = Pointer.of("evidence");
  private static final String PEM = "-----BEGIN ";

  private final JsonNode evidence;
  private final Path folder;
  private final Redaction redaction;
  private final Problems problems;

  EvidenceBinder(JsonNode evidence, Path folder, Redaction redaction, Problems problems) {
    this.evidence = evidence;
    this.folder = folder;
    this.redaction = redaction;
    this.problems = problems;
  }

  EvidenceSettings bind() {
    if (evidence.has("signing-key") && evidence.path("pkcs11").has("library")) {
      problems.of(AT, "has both signing-key and pkcs11; one key signs, leave the other out");
    }
    return new EvidenceSettings(signingKey(), token(), timeStamp());
  }

  private Optional<Secret> signingKey() {
    if (!evidence.has("signing-key")) {
      return Optional.empty();
    }
    return pem(evidence.path("signing-key").asText(), AT.child("signing-key")).map(Secret::new);
  }

  private Optional<EvidenceSettings.Token> token() {
    JsonNode token = evidence.path("pkcs11");
    if (!token.has("library")) {
      return Optional.empty();
    }
    String pin = token.path("pin").asText();
    if (!redaction.secrets().containsKey(pin)) {
      problems.of(AT.child("pkcs11").child("pin"), "is written out; name a variable as env:NAME");
    }
    return Optional.of(
        new EvidenceSettings.Token(
            token.path("library").asText(),
            token.path("slot").asInt(),
            token.path("label").asText(),
            new Secret(pin)));
  }

  private Optional<EvidenceSettings.TimeStamps> timeStamp() {
    JsonNode stamp = evidence.path("time-stamp");
    if (!stamp.has("url")) {
      return Optional.empty();
    }
    Optional<String> certificate =
        stamp.has("certificate")
            ? pem(stamp.path("certificate").asText(), AT.child("time-stamp").child("certificate"))
            : Optional.empty();
    return Optional.of(new EvidenceSettings.TimeStamps(stamp.path("url").asText(), certificate));
  }

  /** PEM text from a variable, or of a file. */
  private Optional<String> pem(String value, Pointer at) {
    String text = value.startsWith(PEM) ? value : file(value, at);
    if (!text.isEmpty() && !text.contains(PEM)) {
      problems.of(at, "holds no PEM text; it begins with " + PEM.strip());
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String file(String name, Pointer at) {
    if (redaction.secrets().containsKey(name)) {
      problems.of(at, "is a variable that holds no PEM text; it begins with " + PEM.strip());
      return "";
    }
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      problems.of(at, "names the file " + name + ", which cannot be read; is it there, and yours?");
      return "";
    }
  }
}
