package dev.casewright.mockserver.webhook;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what comes back, of which only the status code counts. */
final class AnswerReader {

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final int LONGEST_HEAD = 65_536;
  private static final int FINAL = 200;

  private final InputStream in;
  private int bytes;

  AnswerReader(Socket socket) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  int status() throws IOException {
    int status;
    do {
      Matcher line = STATUS_LINE.matcher(line());
      if (!line.matches()) {
        throw new IOException("The answer is not HTTP/1.1.");
      }
      status = Integer.parseInt(line.group(1));
      // The whole head is read, so that a receiver is not cut off while it still writes it.
      skipHeaders();
    } while (status < FINAL);
    return status;
  }

  private void skipHeaders() throws IOException {
    String header = line();
    while (!header.isEmpty()) {
      header = line();
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(); next != '\n'; next = read()) {
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  private int read() throws IOException {
    bytes++;
    if (bytes > LONGEST_HEAD) {
      throw new IOException("The head of the answer is too long.");
    }
    int next = in.read();
    if (next < 0) {
      throw new EOFException("The answer ended early.");
    }
    return next;
  }
}
