package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks that nothing in a store changed since it was sealed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Checks that nothing in the audit store changed since it was sealed.",
    description = {
      "",
      "Every audited night ends with a manifest: the hash of each file of its report and of its rows"
          + " in the tables, of what was read and what it was read with, and of the manifest before"
          + " it. Decisions form a chain of their own. This command reads the store's files, names"
          + " each that is missing, changed, added or out of order, and lists those that nothing"
          + " speaks for. Without --recompute it needs no archive, no configuration and no Spark. It"
          + " writes nothing into the store.",
      "",
      "A chain without a signature, or without its head kept elsewhere, detects accidents, not"
          + " attackers: who can write the whole store can write the whole chain anew.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything is as it was sealed",
      "1:the program or the machine failed",
      "2:usage or configuration, or there is no audit store",
      "6:something differs, or no night asked for is sealed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  The store of ./nightaudit.yaml:",
      "    nightaudit verify",
      "  One night of another store, for a program:",
      "    nightaudit verify --store s3a://bucket/audit --night 2026-11-22 --json",
      "  That every manifest was signed by a key, made by: openssl pkey -in key.pem -pubout",
      "    nightaudit verify --public-key key.pub.pem",
      "  That a night's report follows from its stored profiles:",
      "    nightaudit verify --night 2026-11-22 --recompute",
      "  That no manifest was cut off since its head was noted down:",
      "    nightaudit verify --expect-head 5f0c…"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final VerifyRun run;

  @Mixin private ConfigurationOptions options;
  @Mixin private StoreOption store;
  @Spec private CommandSpec spec;

  @Option(names = "--night", paramLabel = "DATE", description = "Only the files of this night.")
  private LocalDate night;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only the files of this night and later ones.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only the files of this night and earlier ones.")
  private LocalDate to;

  @Option(
      names = "--expect-head",
      paramLabel = "DIGEST",
      description =
          "The digest of a manifest that must be in the chain, as an earlier check printed it.")
  private String head;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "The public key or certificate (PEM) that every manifest must be signed by; an unsigned"
              + " one then differs.")
  private Path publicKey;

  @Option(
      names = "--time-stamp-certificate",
      paramLabel = "FILE",
      description =
          "The certificate (PEM) of the authority that time stamps must come from, or of its issuer.")
  private Path authority;

  @Option(
      names = "--recompute",
      paramLabel = "SOURCE",
      arity = "0..1",
      fallbackValue = "PROFILES",
      description =
          "Makes the reports again in a temporary copy of the store, and compares their bytes: from"
              + " the stored profiles, or with --recompute=archive from the archive. It needs Spark"
              + " and the configuration that the nights were audited with.")
  private VerifyRequest.Source recompute;

  @Option(names = "--json", description = "Prints what was found as JSON.")
  private boolean json;

  VerifyCommand(VerifyRun run) {
    this.run = run;
  }

  @Override
  public Integer call() throws ConfigurationException {
    VerifyRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      int status = run.verify(request, out);
      out.flush();
      return status;
    } catch (Refusal refusal) {
      err.println("nightaudit: " + refusal.getMessage());
      err.flush();
      return ExitStatus.USAGE.code();
    } catch (IOException | RuntimeException e) {
      new ErrorBlock(options.verbose(), Redaction.NONE).print(e, err);
      return ExitStatus.FAILURE.code();
    }
  }

  /** A configuration is read to know where the store is, and to make reports again. */
  private VerifyRequest request() throws ConfigurationException {
    store.check(spec);
    checkNights();
    Optional<String> expected =
        Optional.ofNullable(head).map(digest -> digest.strip().toLowerCase(Locale.ROOT));
    if (expected.filter(digest -> !DIGEST.matcher(digest).matches()).isPresent()) {
      throw usage("--expect-head must be the 64 hexadecimal digits that an earlier check printed.");
    }
    Optional<AuditConfiguration> configuration =
        store.store().isPresent() && recompute == null
            ? Optional.empty()
            : Optional.of(store.on(options.read()));
    return new VerifyRequest(
        configuration.map(AuditConfiguration::store).orElseGet(() -> store.store().orElseThrow()),
        Optional.ofNullable(night == null ? from : night),
        Optional.ofNullable(night == null ? to : night),
        expected,
        Optional.ofNullable(publicKey),
        Optional.ofNullable(authority),
        Optional.ofNullable(recompute)
            .map(from -> new VerifyRequest.Recompute(configuration.orElseThrow(), from)),
        json);
  }

  private void checkNights() {
    if (night != null && (from != null || to != null)) {
      throw usage("--night and --from/--to exclude each other; leave one out.");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw usage("--from " + from + " is after --to " + to + "; swap them.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
