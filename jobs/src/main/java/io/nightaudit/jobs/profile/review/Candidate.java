package io.nightaudit.jobs.profile.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An interaction that may be drawn, without its texts.
 *
 * @param id the interaction's id
 * @param rest the other parts of its key, empty where the id is all
 * @param release the release that served it
 * @param route the key of its route, empty where it has none
 * @param levels how far it is in each stratum, in the order of the rules
 * @param guardrails whether guardrails looked at it
 * @param guardrailHit whether one of them said anything but allow
 * @param feedback the user's rating, NaN where there is none
 * @param scores its scores in the order of the archive's, NaN where there is none
 */
record Candidate(
    String id,
    String rest,
    String release,
    String route,
    int[] levels,
    boolean guardrails,
    boolean guardrailHit,
    double feedback,
    double[] scores) {

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, id);
      write(out, rest);
      write(out, release);
      write(out, route);
      out.writeInt(levels.length);
      for (int level : levels) {
        out.writeInt(level);
      }
      out.writeBoolean(guardrails);
      out.writeBoolean(guardrailHit);
      out.writeDouble(feedback);
      out.writeInt(scores.length);
      for (double score : scores) {
        out.writeDouble(score);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  static Candidate fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String id = text(in);
      String rest = text(in);
      String release = text(in);
      String route = text(in);
      int[] levels = new int[in.readInt()];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = in.readInt();
      }
      boolean guardrails = in.readBoolean();
      boolean guardrailHit = in.readBoolean();
      double feedback = in.readDouble();
      double[] scores = new double[in.readInt()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = in.readDouble();
      }
      return new Candidate(
          id, rest, release, route, levels, guardrails, guardrailHit, feedback, scores);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** Names come from logs and have any length. */
  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
