package io.nightaudit.jobs.store;

/** Another run holds the store. */
public final class StoreBusyException extends StoreException {
  StoreBusyException(String message) {
    super(message);
  }

  static StoreBusyException heldSince(String store, String since, String remedy) {
    return new StoreBusyException(
        "another run holds the store %s since %s; wait for it, or %s"
            .formatted(store, since, remedy));
  }
}
