package dev.casewright.client.fault;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import dev.casewright.client.opal.ReportQuery;
import java.io.OutputStream;

/** What a client does while the fault is there. */
enum Operation {
  READ {
    @Override
    Session session(Settings settings) {
      OpalClient client = opal(settings);
      return new Session(() -> client.getReport(5012), client::close);
    }
  },
  /** The second of two, the first of which goes well and leaves its connection behind. */
  SECOND_READ {
    @Override
    Session session(Settings settings) {
      OpalClient client = opal(settings);
      return new Session(
          () -> {
            client.getReport(5012);
            client.getReport(5012);
          },
          client::close);
    }
  },
  WRITE {
    @Override
    Session session(Settings settings) {
      EmedgeneClient client = settings.on(token()).build();
      return new Session(() -> write(client), client::close);
    }
  },
  /** The second of two, the first of which goes well and leaves its connection behind. */
  SECOND_WRITE {
    @Override
    Session session(Settings settings) {
      EmedgeneClient client = settings.on(token()).build();
      return new Session(
          () -> {
            write(client);
            write(client);
          },
          client::close);
    }
  },
  DOWNLOAD {
    @Override
    Session session(Settings settings) {
      OpalClient client = opal(settings);
      return new Session(
          () -> client.downloadFinalPdf(5012, OutputStream.nullOutputStream()), client::close);
    }
  },
  REPORT {
    @Override
    Session session(Settings settings) {
      return report(settings, "pdf");
    }
  },
  REPORT_AS_JSON {
    @Override
    Session session(Settings settings) {
      return report(settings, "json");
    }
  },
  LIST {
    @Override
    Session session(Settings settings) {
      OpalClient client = opal(settings);
      return new Session(
          () -> client.listReports(ReportQuery.builder().pageSize(2).build()).toList(),
          client::close);
    }
  },
  /** Two reads by a client that logs in. */
  LOGIN_AND_READ {
    @Override
    Session session(Settings settings) {
      EmedgeneClient client = settings.on(login()).build();
      return new Session(
          () -> {
            client.getCandidates("EMG000000001");
            client.getCandidates("EMG000000002");
          },
          client::close);
    }
  },
  LOGIN_AND_WRITE {
    @Override
    Session session(Settings settings) {
      EmedgeneClient client = settings.on(login()).build();
      return new Session(() -> write(client), client::close);
    }
  };

  /** What the builders of both clients are told. */
  interface Settings {
    <B extends ClientBuilder<B>> B on(B builder);
  }

  /** A client, and what it is to do. */
  record Session(Runnable call, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  abstract Session session(Settings settings);

  private static void write(EmedgeneClient client) {
    client.updateStatus("EMG000000001", CaseStatus.DELIVERED);
  }

  private static Session report(Settings settings, String type) {
    EmedgeneClient client = settings.on(token()).build();
    return new Session(
        () -> client.downloadReport("EMG000000001", type, "1", OutputStream.nullOutputStream()),
        client::close);
  }

  private static OpalClient opal(Settings settings) {
    OpalClientBuilder builder = OpalClient.builder().credentials("login", "password");
    return settings.on(builder).build();
  }

  private static EmedgeneClientBuilder token() {
    return EmedgeneClient.builder().token("token");
  }

  private static EmedgeneClientBuilder login() {
    return EmedgeneClient.builder().credentials("demo@lab.example", "demo-password");
  }
}
