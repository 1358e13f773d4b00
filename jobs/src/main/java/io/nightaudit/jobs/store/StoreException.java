package io.nightaudit.jobs.store;

/** A store that cannot be used, with what to do about it. */
public class StoreException extends RuntimeException {
  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
