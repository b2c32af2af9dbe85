import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createClient } from "@libsql/client/sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "trichdan-cli-"));
const documents = join(folder, "documents");
const home = join(folder, "home");
const question = "QĐ 213 yêu cầu gì đối với đảng viên ở nơi cư trú?";

const run = (...args: string[]) => runProgram(args, { TRICHDAN_HOME: home });
const runIn = (name: string, ...args: string[]) => runProgram(args, { TRICHDAN_HOME: join(folder, name) });

beforeAll(() => {
  mkdirSync(documents);
  mkdirSync(join(folder, "empty"));
  for (const name of ["213-qd-tw.md", "33-hd-btctw.md", "ket-luan-229.md", "66-qd-tw.md", "399-qd-tw.md"])
    copyFileSync(join("data", "library", name), join(documents, name));
  for (const [suffix, issuer] of [
    ["TW", "Ban Chấp hành Trung ương"],
    ["TU", "Tỉnh ủy Hà Tĩnh"],
  ] as const)
    writeFileSync(join(documents, `901-nq-${suffix.toLowerCase()}.md`), resolution(`901-NQ/${suffix}`, issuer));
  writeFileSync(join(documents, "scan.md"), "%PDF-1.7 not a text");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("ingest", () => {
  it("takes what can be read in a folder and reports what cannot", async () => {
    const { code, stdout, stderr } = await run("ingest", documents, "--json");
    const { failed, passages, notices: _, ...counts } = onlyJson(stdout);
    expect([code, stderr, counts]).toEqual([0, "", { added: 7, updated: 0, unchanged: 0, removed: 0, documents: 7 }]);
    expect(failed).toEqual([
      { file: join(documents, "scan.md"), reason: expect.stringMatching(/damaged or no PDF: open it/) },
    ]);
    expect(passages).toBeGreaterThan(5);
  });

  it("skips what has not changed", async () => {
    const { code, stdout } = await run("--json", "ingest", documents);
    expect([code, onlyJson(stdout)]).toMatchObject([0, { added: 0, updated: 0, unchanged: 7, removed: 0 }]);
  });

  it("gives the same passage ids in another home, to a copy of the model under another name", async () => {
    symlinkSync(resolve("data/model"), join(folder, "same-model"));
    const settings = { TRICHDAN_HOME: join(folder, "second"), EMBEDDING_MODEL: join(folder, "same-model") };
    expect(await runProgram(["ingest", documents], settings)).toMatchObject({ code: 0 });
    const passages = "SELECT id FROM passages ORDER BY id";
    expect(await rows("second", passages)).toEqual(await rows("home", passages));
    const model = "SELECT value FROM meta WHERE key = 'embeddingModel'";
    expect(await rows("second", model)).toEqual(await rows("home", model));
  });

  it("fails over a path that is not there, and says so", async () => {
    const { code, stdout, stderr } = await runIn("empty-home", "ingest", join(folder, "none.md"), "--json");
    expect([code, onlyJson(stdout)["failed"]]).toEqual([
      1,
      [{ file: join(folder, "none.md"), reason: "There is no such file or folder: check the path." }],
    ]);
    expect(stderr).toBe(`${join(folder, "none.md")}: There is no such file or folder: check the path.\n`);
  });

  it("finds nothing to do in an empty folder", async () => {
    const { code, stdout } = await runIn("empty-home", "ingest", join(folder, "empty"), "--json");
    const nothing = {
      added: 0,
      updated: 0,
      unchanged: 0,
      removed: 0,
      failed: [],
      notices: [],
      documents: 0,
      passages: 0,
    };
    expect([code, onlyJson(stdout)]).toEqual([0, nothing]);
  });
});

const DOCUMENT = ["file", "id", "issuedOn", "issuer", "kind", "number", "status", "title"];
const COMMON = ["followsOn", "kind", "language", "text", "timings", "understoodAs"];

describe("ask", () => {
  it("answers with quotes", async () => {
    const { code, stdout, stderr } = await run("ask", question, "--json");
    const answer = onlyJson(stdout);
    expect([code, stderr, answer["kind"]]).toEqual([0, "", "answered"]);
    expect(keys(answer)).toEqual([...COMMON, "citations", "composer", "fallback"].sort());
    expect(keys(answer["timings"])).toEqual(["composeMs", "embedMs", "searchMs", "totalMs"]);
    const [citation] = list(answer["citations"]);
    expect(keys(citation)).toEqual(["document", "marker", "page", "passageId", "path", "quote", "span", "uncertain"]);
    expect(keys(citation?.["document"])).toEqual(DOCUMENT);
    expect(citation).toMatchObject({
      marker: 1,
      document: { file: "213-qd-tw.md", kind: "Quy định", number: "213-QĐ/TW", issuedOn: "2020-01-02" },
    });
  });

  it("takes a question of several words, and asks back where a number fits several documents", async () => {
    const { code, stdout } = await run("--json", "ask", "NQ", "901", "nói", "gì?");
    const answer = onlyJson(stdout);
    expect([code, answer["kind"], keys(answer)]).toEqual([0, "which", [...COMMON, "choices"].sort()]);
    expect(list(answer["choices"]).map((choice) => choice["number"])).toEqual(
      expect.arrayContaining(["901-NQ/TW", "901-NQ/TU"]),
    );
  });

  it("succeeds in refusing, with the reason and what is nearest", async () => {
    const { code, stdout } = await run("ask", "--json", "Mức đóng đảng phí của người nghỉ hưu là bao nhiêu?");
    const answer = onlyJson(stdout);
    expect([code, answer["kind"], keys(answer)]).toEqual([0, "no-evidence", [...COMMON, "nearest", "reason"].sort()]);
    expect(list(answer["nearest"]).length).toBeGreaterThan(0);
  });

  it("says on an empty home that there is no library yet", async () => {
    const { code, stdout } = await runIn("empty-home", "ask", question);
    expect([code, stdout]).toEqual([0, expect.stringContaining("npm run trichdan -- ingest")]);
  });
});

it("search gives as many passages as asked for, best first", async () => {
  const { code, stdout } = await run("search", "đảng viên nơi cư trú", "-k", "3", "--json");
  const result = onlyJson(stdout);
  const hits = list(result["hits"]);
  expect([code, keys(result), hits.length]).toEqual([0, ["hits"], 3]);
  expect(keys(hits[0])).toEqual(
    expect.arrayContaining(["document", "page", "passageId", "path", "score", "span", "text"]),
  );
  expect(keys(hits[0]?.["document"])).toEqual(DOCUMENT);
  const scores = hits.map((hit) => Number(hit["score"]));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it("cite tells what the library knows of a number", async () => {
  const { code, stdout, stderr } = await run("cite", "213", "--json");
  const { query, candidates } = onlyJson(stdout);
  const [candidate] = list(candidates);
  expect([code, stderr, query]).toEqual([0, "", "213"]);
  const facts = ["held", "issuedOn", "issuer", "kind", "mentions", "number", "relations", "status", "title"];
  expect(keys(candidate)).toEqual(expect.arrayContaining(facts));
  expect(candidate).toMatchObject({ number: "213-QĐ/TW", held: true, issuedOn: "2020-01-02" });
  const [relation] = list(candidate?.["relations"]);
  expect([keys(relation), keys(relation?.["evidence"])]).toEqual([
    expect.arrayContaining(["evidence", "number", "type"]),
    expect.arrayContaining(["documentId", "quote", "span"]),
  ]);
  expect(keys(list(candidate?.["mentions"])[0])).toEqual(expect.arrayContaining(["documentId", "quote", "span"]));
});

it("cite tells the standing on a day, and refuses what is no day", async () => {
  const status = async (day: string) => {
    const { code, stdout, stderr } = await run("cite", "66-QĐ/TW", "--as-of", day, "--json");
    return code === 0 ? list(onlyJson(stdout)["candidates"]).map((candidate) => candidate["status"]) : [code, stderr];
  };
  expect(await status("2027-01-01")).toEqual(["superseded"]);
  expect(await status("2025-01-01")).toEqual(["unknown"]);
  expect(await status("2025-02-30")).toEqual([2, expect.stringContaining("2020-01-31")]);
});

it("check compares the citations of a draft, from a file or from standard input", async () => {
  const draft = join(folder, "draft.txt");
  writeFileSync(draft, "Căn cứ Quy định số 213-QĐ/TW, ngày 02/01/2021 của Bộ Chính trị.");
  const { code, stdout } = await run("check", draft, "--json");
  const [citation] = list(onlyJson(stdout)["citations"]);
  expect([code, citation]).toMatchObject([
    0,
    { text: "Quy định số 213-QĐ/TW", span: { start: 7, end: 28 }, number: "213-QĐ/TW", verdict: "mismatch" },
  ]);
  expect(list(citation?.["problems"])[0]).toMatchObject({ field: "issuedOn", expected: "02/01/2020" });
  expect((await run("check", join(folder, "none.txt"))).code).toBe(1);
});

describe("eval", () => {
  const FIGURES = ["mrr@10", "ndcg@10", "queries", "recall@1", "recall@10", "recall@5"];

  it("measures retrieval over a folder, and leaves the library alone", async () => {
    const set = join(folder, "set");
    mkdirSync(set);
    const jsonLines = (...values: object[]) => values.map((value) => JSON.stringify(value)).join("\n");
    writeFileSync(
      join(set, "corpus.jsonl"),
      jsonLines(
        { id: "fee", text: "Đảng viên đóng đảng phí hằng tháng." },
        { id: "rain", title: "Thời tiết", text: "Trời hôm nay mưa to." },
      ),
    );
    const queries = jsonLines({ id: "q1", text: "Đảng phí đóng khi nào?", relevant: ["fee"] });
    writeFileSync(join(set, "queries.jsonl"), queries);
    const { code, stdout } = await runIn("empty-home", "eval", set, "--fold", "--json");
    const { parts, kinds, ...figures } = onlyJson(stdout);
    const searches = ["fusion", "meaning", "number", "words"];
    expect([code, keys(figures), keys(parts), keys(kinds)]).toEqual([0, FIGURES, searches, ["date"]]);
    expect(figures).toMatchObject({ queries: 1, "recall@1": 1, "ndcg@10": 1 });
  });

  it("asks golden questions of the library", async () => {
    const golden = join(folder, "golden.jsonl");
    const right = { id: "a", question, document: "213-qd-tw", expect: ["nơi cư trú"] };
    const wrong = { id: "b", question, document: "76-qd-tw", expect: ["chim bồ câu"] };
    writeFileSync(golden, `${JSON.stringify(right)}\n${JSON.stringify(wrong)}\n`);
    const { code, stdout } = await run("eval", "--answers", golden, "--json");
    const { misses, ...figures } = onlyJson(stdout);
    const expected = { questions: 2, document: 0.5, answer: 0.5, refusal: 1, falseRefusal: 0 };
    expect([code, figures, list(misses).map((miss) => miss["id"])]).toEqual([0, expected, ["b"]]);
  });

  it("fails over a folder that is not there", async () => {
    const { code, stdout, stderr } = await run("eval", join(folder, "none"), "--json");
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(/corpus\.jsonl".+Check the path/)]);
  });
});

it("vectors of another model are refused until `ingest --reindex` has made them anew", async () => {
  await rows("second", "UPDATE meta SET value = 'another@0' WHERE key = 'embeddingModel'");
  const refused = await runIn("second", "ask", question, "--json");
  expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("ingest --reindex") });
  expect(refused.stderr.trim().split("\n")).toHaveLength(1);
  expect(await runIn("second", "ingest", "--reindex")).toMatchObject({ code: 0, stderr: "" });
  const { code, stdout } = await runIn("second", "ask", question, "--json");
  expect([code, onlyJson(stdout)["kind"]]).toEqual([0, "answered"]);
});

it.each([
  ["a command that there is not", ["forget"]],
  ["no path", ["ingest"]],
  ["a count that is none", ["search", "x", "-k", "0"]],
])("%s is wrong use", async (_, args) => {
  const { code, stdout, stderr } = await runIn("empty-home", ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).not.toBe("");
});

type Json = Readonly<Record<string, unknown>>;

/** The one JSON value that standard output holds. */
function onlyJson(stdout: string): Json {
  return JSON.parse(stdout);
}

function keys(value: unknown): string[] {
  return Object.keys(value ?? {}).sort();
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}

async function rows(name: string, statement: string): Promise<unknown[]> {
  const client = createClient({ url: `file:${join(folder, name, "library.db")}` });
  const result = await client.execute(statement);
  client.close();
  return result.rows.map((row) => ({ ...row }));
}

function resolution(number: string, issuer: string): string {
  const head = `kind: Nghị quyết\nnumber: ${number}\nissuer: ${issuer}\ntitle: Về công tác thử nghiệm\n`;
  return `---\n${head}---\n\nNghị quyết số ${number} nói về công tác thử nghiệm của ${issuer}.\n`;
}
