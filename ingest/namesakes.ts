import type { DirectiveHead } from "../src/core/directive.ts";
import type { StoredFile } from "../src/core/ports.ts";
import { writtenAt } from "./folders.ts";
import type { FileNotice } from "./notice.ts";

/** A document of the library that says it is the same as another one, with another text. */
export interface Namesake {
  readonly file: StoredFile;
  readonly head: DirectiveHead;
  /** Kind, number, issuer and date are all stated: the number alone recurs in each province. */
  readonly isCertain: boolean;
  /** Says something else; no more than set otherwise, if not. */
  readonly isAtOdds: boolean;
}

/** Which of several texts of one document stay. */
export interface Choice {
  /** These go for the new one. */
  readonly older: readonly Namesake[];
  /** This one stays, and the new one goes. */
  readonly newer: Namesake | undefined;
  readonly notices: readonly FileNotice[];
}

/** Between the file at `location` (`null`: an upload, new as it is) and its namesakes; without `replace` all stay. */
export async function choose(
  location: string | null,
  namesakes: readonly Namesake[],
  replace: boolean,
): Promise<Choice> {
  const here = location === null ? Number.POSITIVE_INFINITY : await writtenAt(location);
  const aged = await Promise.all(
    namesakes.map(async (namesake) => {
      const there = namesake.file.location === null ? undefined : await writtenAt(namesake.file.location);
      const isKnown = replace && namesake.isCertain && here !== undefined && there !== undefined;
      return { namesake, age: isKnown ? Math.sign(here - there) : 0 };
    }),
  );
  const newer = aged.find(({ age }) => age < 0)?.namesake;
  if (newer) return { older: [], newer, notices: [notice("replaced", `gives way to the newer ${nameOf(newer)}`)] };
  const older = aged.flatMap(({ namesake, age }) => (age > 0 ? [namesake] : []));
  const even = aged.flatMap(({ namesake, age }) => (age === 0 && namesake.isAtOdds ? [namesake] : []));
  return {
    older,
    newer,
    notices: [
      ...older.map((namesake) =>
        notice(
          "replaced",
          `takes the place of ${nameOf(namesake)}: remove that file, or an ingest without --replace adds it again`,
        ),
      ),
      ...even.map((namesake) =>
        notice(
          "conflicting-facts",
          `has the kind, number, issuer and date of ${nameOf(namesake)}, but another text: ${remedy(namesake, replace)}`,
        ),
      ),
    ],
  };
}

function remedy({ isCertain }: Namesake, replace: boolean): string {
  if (!isCertain) return "find out whether they are the same document, and remove one of the files if they are";
  return replace
    ? "their files do not tell which is newer, so remove one of them"
    : "find out which of the two is right; with --replace the newer file takes the place of the older";
}

function notice(code: FileNotice["code"], message: string): FileNotice {
  return { code, message };
}

function nameOf({ head, file }: Namesake): string {
  return `"${head.title}" (${file.key})`;
}
