package io.nightaudit.jobs.signature;

/** A key, a signature or a time stamp cannot be used; the message says which and what to do. */
public final class SignatureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SignatureException(String message) {
    super(message);
  }

  SignatureException(String message, Throwable cause) {
    super(message, cause);
  }
}
