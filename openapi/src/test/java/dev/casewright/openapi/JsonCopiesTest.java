package dev.casewright.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonCopiesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Api.class)
  void theContractIsTheSameFromItsCopyAsFromItsText(Api api) {
    Contract fromText = Contract.parse(api, Documents.text(api, "openapi.yaml"));

    assertThat(Contract.of(api).document()).isEqualTo(fromText.document());
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void theRegisterIsTheSameFromItsCopyAsFromItsText(Api api) {
    RequirementRegister fromText =
        RequirementRegister.parse(api, Documents.text(api, "requirements.yaml"));

    assertThat(RequirementRegister.of(api).requirements()).isEqualTo(fromText.requirements());
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void theLedgerIsTheSameFromItsCopyAsFromItsText(Api api) {
    ConfirmationLedger fromText =
        ConfirmationLedger.parse(api, Documents.text(api, "confirmed.yaml"));

    assertThat(ConfirmationLedger.of(api).confirmations()).isEqualTo(fromText.confirmations());
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void theBuildMakesTheCopies(Api api) {
    assertThat(Documents.class.getResource(api.id() + "/openapi.json")).isNotNull();
    assertThat(Documents.class.getResource(api.id() + "/requirements.json")).isNotNull();
    assertThat(Documents.class.getResource(api.id() + "/confirmed.json")).isNotNull();
  }

  @Test
  void copiesLieBesideTheDocumentsInAllFolders() throws IOException {
    Path document = Files.createDirectories(folder.resolve("a/b")).resolve("pack.yaml");
    Files.writeString(document, "text: ü\nnumber: 1.50\nnothing: ~\nyes: 'no'\n");

    JsonCopies.main(new String[] {folder.toString()});

    assertThat(document.resolveSibling("pack.json"))
        .content(StandardCharsets.UTF_8)
        .isEqualTo("{\"text\":\"ü\",\"number\":1.5,\"nothing\":null,\"yes\":\"no\"}");
  }

  @Test
  void aKeyThatStandsTwiceIsAMistake() throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "name: one\nname: other\n");

    assertThatThrownBy(() -> JsonCopies.main(new String[] {folder.toString()}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("name");
  }

  @Test
  void aDocumentWithoutACopyIsReadItself() throws IOException {
    assertThat(JsonCopies.read(JsonCopiesTest.class, "uncopied.yaml", JsonNode.class))
        .isEqualTo(StrictYaml.MAPPER.readTree("{text: as it is written}"));
  }

  @Test
  void aDocumentThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> JsonCopies.read(Documents.class, "opal/nothing.yaml", JsonNode.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("opal/nothing.yaml");
  }
}
