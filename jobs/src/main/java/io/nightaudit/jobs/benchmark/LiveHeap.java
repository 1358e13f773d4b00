package io.nightaudit.jobs.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that was left on the heap after a garbage collection: what has to fit. */
public final class LiveHeap implements AutoCloseable {
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  private final AtomicLong peak = new AtomicLong();
  private final javax.management.NotificationListener listener = (note, none) -> collected(note);

  /** Begins to watch. */
  public LiveHeap() {
    emitters().forEach(emitter -> emitter.addNotificationListener(listener, null, null));
  }

  /** Bytes; 0 where nothing was collected. */
  public long peakBytes() {
    return peak.get();
  }

  private void collected(Notification note) {
    if (note.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      long bytes =
          GarbageCollectionNotificationInfo.from((CompositeData) note.getUserData())
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .entrySet()
              .stream()
              .filter(pool -> heapPools.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      peak.accumulateAndGet(bytes, Math::max);
    }
  }

  private static java.util.List<NotificationEmitter> emitters() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> bean instanceof NotificationEmitter)
        .map(bean -> (NotificationEmitter) bean)
        .toList();
  }

  @Override
  public void close() {
    for (NotificationEmitter emitter : emitters()) {
      try {
        emitter.removeNotificationListener(listener);
      } catch (javax.management.ListenerNotFoundException e) {
        throw new IllegalStateException("the heap was watched and is no more", e);
      }
    }
  }
}
