package io.nightaudit.jobs;

import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
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

  static byte[] pack(ProfileRow row) {
    return bytes(
        out -> {
          out.writeByte(PROFILE);
          out.writeLong(row.epochDay());
          out.writeUTF(row.metric());
          out.writeUTF(row.definition());
          out.writeLong(row.count());
          out.writeLong(row.missing());
          out.writeInt(row.summary().length);
          out.write(row.summary());
        });
  }

  static byte[] pack(String metric, StreamNight night) {
    return bytes(
        out -> {
          out.writeByte(DAILY_VALUE);
          out.writeLong(night.epochDay());
          out.writeUTF(metric);
          out.writeUTF(night.definition());
          out.writeDouble(night.value());
          out.writeLong(night.n());
          out.writeDouble(night.y());
          out.writeDouble(night.variance());
        });
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
    String metric = in.readUTF();
    String definition = in.readUTF();
    long count = in.readLong();
    long missing = in.readLong();
    byte[] summary = in.readNBytes(in.readInt());
    return new ProfileRow(night, slice.key(), metric, count, missing, definition, summary);
  }

  private void dailyValue(DataInputStream in) throws IOException {
    long night = in.readLong();
    String metric = in.readUTF();
    String definition = in.readUTF();
    double value = in.readDouble();
    long n = in.readLong();
    history
        .computeIfAbsent(metric, key -> new ArrayList<>())
        .add(new StreamNight(night, value, n, in.readDouble(), in.readDouble(), definition));
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
