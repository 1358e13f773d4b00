package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every stream of one slice.
 *
 * @param slice the slice
 * @param streams measure to stream
 * @param releases night to release to interactions, over the nights of the window
 * @param people night to different users, or interactions where users are not known
 */
public record ComparedSlice(
    Slice slice,
    SortedMap<Measure, ComparedStream> streams,
    SortedMap<Long, SortedMap<String, Long>> releases,
    SortedMap<Long, Long> people)
    implements Serializable {
  public ComparedSlice {
    streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
    releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
  }
}
