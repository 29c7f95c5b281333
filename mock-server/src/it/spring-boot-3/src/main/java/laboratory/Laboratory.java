package laboratory;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/** An application that reads reports from Opal. */
@SpringBootApplication
public class Laboratory {

  public static void main(String[] arguments) {
    SpringApplication.run(Laboratory.class, arguments);
  }

  @Bean
  Reports reports(
      @Value("${opal.url}") URI url,
      @Value("${opal.login}") String login,
      @Value("${opal.password}") String password,
      SslBundles bundles) {
    return new Reports(url, login, password, bundles.getBundle("opal").createSslContext());
  }
}
