package laboratory;

import java.net.URI;
import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Reads reports with Spring's own client. */
public class Reports {

  private final RestClient opal;

  public Reports(URI url, String login, String password, SSLContext tls) {
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    this.opal =
        RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory(http))
            .baseUrl(url.toString())
            .defaultHeaders(headers -> headers.setBasicAuth(login, password))
            .build();
  }

  public byte[] finalPdf(long report) {
    return opal.get().uri("/reports/{id}/pdf_report", report).retrieve().body(byte[].class);
  }
}
