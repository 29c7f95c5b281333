import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program whose hosts are fixed and that knows nothing of a mock. */
public final class Reports {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Reports() {}

  public static void main(String[] arguments) throws Exception {
    String key = Base64.getEncoder().encodeToString("demo-login:demo-password".getBytes());
    String reports =
        body(
            HttpRequest.newBuilder(URI.create("https://workspace.opal.example/reports?limit=2"))
                .header("Authorization", "Basic " + key));

    String login = "{\"username\": \"demo@lab.example\", \"password\": \"demo-password\"}";
    String issued =
        body(
            HttpRequest.newBuilder(
                    URI.create("https://emedgene.lab.example/api/auth/v2/api_login/"))
                .POST(HttpRequest.BodyPublishers.ofString(login)));
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(issued);
    token.find();
    String cases =
        body(
            HttpRequest.newBuilder(
                    URI.create("https://emedgene.lab.example/api/test?status=finalized"))
                .header("Authorization", "Bearer " + token.group(1)));

    System.out.println(
        count("\"accession_id\"", reports)
            + " reports, "
            + count("\"name\"", cases)
            + " finalized cases");
  }

  private static String body(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static long count(String key, String json) {
    return Pattern.compile(key).matcher(json).results().count();
  }
}
