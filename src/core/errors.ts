/** A failure outside the program. The message says what failed, with which thing, and what to do about it. */
export class TrichdanError extends Error {
  override name = "TrichdanError";
}

/** The stored vectors were made by another embedding model than the one in use. */
export class IndexMismatchError extends TrichdanError {
  override name = "IndexMismatchError";
  constructor(indexModel: string, currentModel: string) {
    super(
      `The library was embedded with "${indexModel}", but the embedding model is "${currentModel}". ` +
        "Run `npm run trichdan -- ingest --reindex`, or set EMBEDDING_MODEL back.",
    );
  }
}

/** A file that cannot become a document; the rest of an ingest goes on. */
export class UnreadableFileError extends TrichdanError {
  override name = "UnreadableFileError";
  /** It can be read but bears a mark against its spreading: nothing of it may stay in the library. */
  readonly isRestricted: boolean;
  constructor(message: string, { isRestricted = false, ...options }: ErrorOptions & { isRestricted?: boolean } = {}) {
    super(message, options);
    this.isRestricted = isRestricted;
  }
}

/** Settings that do not fit together; every problem is named, no value is shown. */
export class ConfigError extends TrichdanError {
  override name = "ConfigError";
  constructor(problems: readonly string[]) {
    super(`Settings need attention:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example.`);
  }
}
