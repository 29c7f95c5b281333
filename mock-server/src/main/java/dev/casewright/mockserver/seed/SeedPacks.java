package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;

/** Opens seed packs. */
public final class SeedPacks {

  private static final String SMALL = "small";

  private SeedPacks() {}

  /**
   * Opens a pack. That {@code small} fits the contracts, and {@code large} with it, is proven by
   * the tests of this module.
   *
   * @param choice which
   * @param contracts what a folder is checked against
   * @param drafts makes cases out of their payloads
   * @return the pack
   * @throws InvalidSeedException if it is a folder with mistakes; the message lists them
   */
  public static SeedPack open(SeedChoice choice, Map<Api, Contract> contracts, CaseDrafts drafts) {
    PackDocuments small = PackDocuments.of(new SeedFiles(SMALL));
    if (choice instanceof SeedChoice.Large size) {
      return new LargePack(size, small, drafts);
    }
    if (choice instanceof SeedChoice.Empty) {
      JsonNode nothing = Json.array();
      return new WrittenPack(
          "empty",
          new PackDocuments(small.laboratory(), small.variants(), nothing, nothing),
          drafts);
    }
    if (choice instanceof SeedChoice.Folder folder) {
      return folder(folder.path(), small, contracts, drafts);
    }
    return new WrittenPack(SMALL, small, drafts);
  }

  private static SeedPack folder(
      Path path, PackDocuments small, Map<Api, Contract> contracts, CaseDrafts drafts) {
    PackFiles files = new PackFolder(path, small).read(contracts);
    try {
      SeedPack pack = new WrittenPack(path.toString(), files.documents(), drafts);
      Mistakes mistakes = new Mistakes();
      new PackAnswers(contracts, files, mistakes).check(pack.stateFor(DemoAccounts.DEFAULT_SPACE));
      mistakes.throwIfAny(path.toString());
      return pack;
    } catch (Refusal | IllegalArgumentException | DateTimeException e) {
      throw new InvalidSeedException(
          "The seed pack " + path + " cannot be made into a laboratory: " + e.getMessage(), e);
    }
  }
}
