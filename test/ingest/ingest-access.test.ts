import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { AccessLevel } from "../../ingest/access-level.ts";
import { ingestingLibrary, temporaryFolder } from "../fakes/ingesting-library.ts";

/** One library that is ingested into again and again, with another level each time. */
function library() {
  const { store } = ingestingLibrary();
  const ingest = (path: string, access?: AccessLevel) =>
    ingestingLibrary({ store, ...(access && { access }) }).ingestPaths([path]);
  return { ingest, levels: () => Array.from(store.documents.values(), ({ directive }) => directive.access) };
}

const page = (level: string, words = "Chi bộ họp.") => `---\naccess: ${level}\n---\n${words}`;

it("opens a document to all where nothing is said", async () => {
  const { ingest, levels } = library();
  await ingest(temporaryFolder().write("a.md", "Chi bộ họp."));
  expect(levels()).toEqual([null]);
});

it.each<[string, string, AccessLevel | undefined, string | null]>([
  ["the file's level", page("trainer"), undefined, "trainer"],
  ["the level of the run", "Chi bộ họp.", "staff", "staff"],
  ["the stricter one of both, the file's", page("admin"), "member", "admin"],
  ["the stricter one of both, the run's", page("all"), "member", "member"],
])("takes %s", async (_, text, access, level) => {
  const { ingest, levels } = library();
  await ingest(temporaryFolder().write("a.md", text), access);
  expect(levels()).toEqual([level]);
});

it("takes another level of an unchanged file for an update, and the same for none", async () => {
  const { ingest, levels } = library();
  const file = temporaryFolder().write("a.md", "Chi bộ họp.");
  await ingest(file);
  expect(await ingest(file, "staff")).toMatchObject({ updated: 1, unchanged: 0 });
  expect(await ingest(file, "staff")).toMatchObject({ updated: 0, unchanged: 1 });
  expect(levels()).toEqual(["staff"]);
  expect(await ingest(file, "all")).toMatchObject({ updated: 1 });
  expect(levels()).toEqual([null]);
});

it("updates nothing where the file's own level is the stricter one all the time", async () => {
  const { ingest, levels } = library();
  const file = temporaryFolder().write("a.md", page("admin"));
  await ingest(file);
  expect(await ingest(file, "member")).toMatchObject({ updated: 0, unchanged: 1 });
  expect(levels()).toEqual(["admin"]);
});

it("never opens a document because a level is left out later, and says that it is kept", async () => {
  const { ingest, levels } = library();
  const file = temporaryFolder().write("a.md", "Chi bộ họp.");
  await ingest(file, "staff");
  expect(await ingest(file)).toMatchObject({ unchanged: 1, notices: [] });
  writeFileSync(file, "Chi bộ họp sáng.");
  expect(await ingest(file)).toMatchObject({
    updated: 1,
    notices: [{ code: "access-kept", message: expect.stringMatching(/^keeps the access level staff.*--access all/) }],
  });
  expect(levels()).toEqual(["staff"]);
});

it("names a level that there is not, and adds nothing", async () => {
  const { ingest, levels } = library();
  const { failed } = await ingest(temporaryFolder().write("a.md", page("boss")));
  expect(failed[0]?.reason).toMatch(/"access": expected member, trainer, staff, admin or all/);
  expect(levels()).toEqual([]);
});

it("says that a copy is not closed where the same text is open already", async () => {
  const { ingest, levels } = library();
  const { write } = temporaryFolder();
  await ingest(write("a.md", "Chi bộ họp."));
  const { notices } = await ingest(write("b.md", "Chi bộ họp."), "staff");
  expect(notices).toMatchObject([
    { code: "near-duplicate", message: expect.stringMatching(/access level all: change/) },
  ]);
  expect(levels()).toEqual([null]);
});
