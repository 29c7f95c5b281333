package dev.casewright.mockserver.seed;

/**
 * The files of a seed pack, with the places of everything in them.
 *
 * @param laboratory the workspace and the organisation
 * @param variants the variants that the others refer to, by key
 * @param reports the reports
 * @param cases the cases
 */
record PackFiles(PackFile laboratory, PackFile variants, PackFile reports, PackFile cases) {

  PackDocuments documents() {
    return new PackDocuments(laboratory.root(), variants.root(), reports.root(), cases.root());
  }
}
