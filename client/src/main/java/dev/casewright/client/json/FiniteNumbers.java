package dev.casewright.client.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/**
 * Refuses numbers that JSON has none for. Jackson would write the text "NaN" in their place, and a
 * text is not a number.
 */
final class FiniteNumbers extends JsonGeneratorDelegate {
  FiniteNumbers(JsonGenerator generator) {
    super(generator, false);
  }

  @Override
  public void writeNumber(double number) throws IOException {
    refuseUnlessFinite(number);
    super.writeNumber(number);
  }

  @Override
  public void writeNumber(float number) throws IOException {
    refuseUnlessFinite(number);
    super.writeNumber(number);
  }

  private static void refuseUnlessFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new UnwritableValueException(
          "A number is infinite or not a number, which JSON cannot carry: leave it out.");
    }
  }
}
