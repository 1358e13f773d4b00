package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * What the store knows of one slice, on its way through a shuffle as plain bytes: rows of profiles
 * and daily values from before them.
 */
final class SliceRows {
  private static final byte PROFILE = 0;
  private static final byte DAILY_VALUE = 1;

  private final Slice slice;
  private final List<ProfileRow> profiles = new ArrayList<>();
  private final SortedMap<String, List<StreamNight>> history = new TreeMap<>();

  private SliceRows(Slice slice) {
    this.slice = slice;
  }

  Slice slice() {
    return slice;
  }

  List<ProfileRow> profiles() {
    return profiles;
  }

  /** Daily values by measure. */
  SortedMap<String, List<StreamNight>> history() {
    return history;
  }

  /** Columns of the table of profiles, in the order that {@link #profile(InternalRow)} reads. */
  static final String[] PROFILE_COLUMNS = {
    "slice", "night", "metric", "definition", "count", "missing", "summary"
  };

  /** Columns of the table of measurements, in the order that {@link #daily} reads. */
  static final String[] DAILY_COLUMNS = {
    "slice",
    "night",
    "metric",
    "definition",
    "value",
    "n",
    "daily",
    "daily_variance",
    "distance",
    "distance_variance",
    "distance_floor"
  };

  /** A row of profiles with its slice; read as Spark holds it, for there are many. */
  static Tuple2<String, byte[]> profile(InternalRow row) {
    byte[] summary = row.getBinary(6);
    return packed(
        row,
        PROFILE,
        out -> {
          out.writeLong(row.getLong(4));
          out.writeLong(row.getLong(5));
          write(out, summary);
        });
  }

  /** A row of measurements with its slice, as far as later nights need it. */
  static Tuple2<String, byte[]> daily(InternalRow row) {
    return packed(
        row,
        DAILY_VALUE,
        out -> {
          out.writeDouble(orNaN(row, 4));
          out.writeLong(row.getLong(5));
          out.writeDouble(orNaN(row, 6));
          out.writeDouble(orNaN(row, 7));
          out.writeBoolean(!row.isNullAt(8));
          if (!row.isNullAt(8)) {
            out.writeDouble(row.getDouble(8));
            out.writeDouble(orNaN(row, 9));
            out.writeDouble(orNaN(row, 10));
          }
        });
  }

  private static double orNaN(InternalRow row, int column) {
    return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
  }

  private static Tuple2<String, byte[]> packed(InternalRow row, byte kind, Writing rest) {
    byte[] bytes =
        bytes(
            out -> {
              out.writeByte(kind);
              out.writeLong(row.getInt(1));
              write(out, row.getUTF8String(2).getBytes());
              write(out, row.getUTF8String(3).getBytes());
              rest.to(out);
            });
    return new Tuple2<>(row.getUTF8String(0).toString(), bytes);
  }

  private void add(byte[] packed) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      if (in.readByte() == PROFILE) {
        profiles.add(profile(in));
      } else {
        dailyValue(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private ProfileRow profile(DataInputStream in) throws IOException {
    long night = in.readLong();
    String metric = text(in);
    String definition = text(in);
    long count = in.readLong();
    long missing = in.readLong();
    byte[] summary = bytes(in);
    return new ProfileRow(night, slice.key(), metric, count, missing, definition, summary);
  }

  private void dailyValue(DataInputStream in) throws IOException {
    long night = in.readLong();
    String metric = text(in);
    String definition = text(in);
    double value = in.readDouble();
    long n = in.readLong();
    history
        .computeIfAbsent(metric, key -> new ArrayList<>())
        .add(
            new StreamNight(
                night, value, n, in.readDouble(), in.readDouble(), definition, distance(in)));
  }

  private static DailyDistance distance(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new DailyDistance(in.readDouble(), in.readDouble(), in.readDouble())
        : DailyDistance.NONE;
  }

  /** Names come from logs and have any length. */
  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  /** Writes one row. */
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Slices one after another, out of packed rows that come sorted by slice. */
  static final class Groups implements Iterator<SliceRows> {
    private final Iterator<Tuple2<String, byte[]>> rows;
    private Tuple2<String, byte[]> ahead;

    Groups(Iterator<Tuple2<String, byte[]>> rows) {
      this.rows = rows;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public SliceRows next() {
      if (ahead == null) {
        throw new NoSuchElementException("no slice is left");
      }
      String key = ahead._1();
      SliceRows group = new SliceRows(Slice.parse(key));
      while (ahead != null && ahead._1().equals(key)) {
        group.add(ahead._2());
        ahead = rows.hasNext() ? rows.next() : null;
      }
      return group;
    }
  }
}
