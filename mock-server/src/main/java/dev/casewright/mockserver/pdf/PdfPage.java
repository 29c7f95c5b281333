package dev.casewright.mockserver.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A document that is being written: a title, facts, tables and paragraphs, top to bottom. */
final class PdfPage {

  private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 18);
  private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
  private static final Font LABEL =
      FontFactory.getFont(FontFactory.HELVETICA, 9, Font.NORMAL, new Color(0x55, 0x55, 0x55));
  private static final Font BODY = FontFactory.getFont(FontFactory.HELVETICA, 10);
  private static final Color RULE = new Color(0xBB, 0xBB, 0xBB);
  private static final float GAP = 14;

  /** OpenPDF takes these from the clock, which would make every file another one. */
  private static final String FIXED_DATE = "D:20260101000000Z";

  private static final String FIXED_FILE_ID = "casewright-mock-";
  private static final String REMARK =
      "Synthetic data of the Casewright mock server. No real person, no medical use.";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Document document = new Document(PageSize.A4, 54, 54, 54, 54);

  PdfPage(String title, String watermark) {
    PdfWriter writer = PdfWriter.getInstance(document, out);
    if (!watermark.isEmpty()) {
      writer.setPageEvent(new Watermark(watermark));
    }
    document.open();
    PdfString date = new PdfString(FIXED_DATE);
    writer.getInfo().put(PdfName.CREATIONDATE, date);
    writer.getInfo().put(PdfName.MODDATE, date);
    writer.getInfo().put(PdfName.TITLE, new PdfString(title));
    PdfArray fileId = new PdfArray(new PdfString(FIXED_FILE_ID));
    fileId.add(new PdfString(FIXED_FILE_ID));
    writer.getInfo().put(PdfName.FILEID, fileId);
    document.add(new Paragraph(title, TITLE));
    document.add(new Paragraph(REMARK, LABEL));
  }

  void facts(List<List<String>> labelsAndTexts) {
    PdfPTable table = newTable(new float[] {1, 3});
    for (List<String> fact : labelsAndTexts) {
      table.addCell(cell(fact.get(0), LABEL, Rectangle.NO_BORDER));
      table.addCell(cell(fact.get(1), BODY, Rectangle.NO_BORDER));
    }
    document.add(table);
  }

  void table(String title, List<String> heads, List<List<String>> rows, String whenEmpty) {
    head(title);
    if (rows.isEmpty()) {
      document.add(new Paragraph(whenEmpty, BODY));
      return;
    }
    PdfPTable table = newTable(new float[] {1.1f, 1.7f, 1.8f, 2.1f, 1.6f, 1.5f});
    heads.forEach(text -> table.addCell(cell(text, LABEL, Rectangle.BOTTOM)));
    rows.forEach(row -> row.forEach(text -> table.addCell(cell(text, BODY, Rectangle.BOTTOM))));
    document.add(table);
  }

  void paragraph(String title, String text) {
    head(title);
    document.add(new Paragraph(text, BODY));
  }

  byte[] bytes() {
    document.close();
    return out.toByteArray();
  }

  private void head(String text) {
    Paragraph head = new Paragraph(text, HEAD);
    head.setSpacingBefore(GAP);
    document.add(head);
  }

  private static PdfPTable newTable(float[] widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(GAP / 2);
    return table;
  }

  private static PdfPCell cell(String text, Font font, int border) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorder(border);
    cell.setBorderColor(RULE);
    cell.setPadding(3);
    return cell;
  }

  private static final class Watermark extends PdfPageEventHelper {

    private static final Font FONT =
        FontFactory.getFont(
            FontFactory.HELVETICA_BOLD, 96, Font.NORMAL, new Color(0xE4, 0xE4, 0xE4));
    private static final float ANGLE = 52;

    private final Phrase text;

    Watermark(String text) {
      this.text = new Phrase(new Chunk(text, FONT));
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      Rectangle page = document.getPageSize();
      ColumnText.showTextAligned(
          writer.getDirectContentUnder(),
          Element.ALIGN_CENTER,
          text,
          page.getWidth() / 2,
          page.getHeight() / 2 - FONT.getSize() / 3,
          ANGLE);
    }
  }
}
