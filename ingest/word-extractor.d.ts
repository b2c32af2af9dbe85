/** The part of word-extractor that is used; it has no types of its own. */
declare module "word-extractor" {
  /** Without `filterUnicode: false` quotation marks and dashes become those of ASCII. */
  interface Options {
    readonly filterUnicode: boolean;
  }
  interface Extracted {
    getBody(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getTextboxes(options: Options & { readonly includeHeadersAndFooters: boolean }): string;
  }
  export default class WordExtractor {
    extract(file: Buffer): Promise<Extracted>;
  }
}
