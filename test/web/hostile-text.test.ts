import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import type { Check, CheckedCitation } from "../../src/core/check.ts";
import type { Cite } from "../../src/core/cite.ts";
import { OPEN } from "../../src/core/reference.ts";
import { createApp } from "../../src/web/app.ts";
import { candidate, evidenceOf } from "../fakes/cited-documents.ts";
import { citationOf, heldDocument } from "../fakes/held-documents.ts";
import { answered, fakeParts, which } from "../fakes/library.ts";
import { getPage } from "./get-page.ts";

const hostile = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onfocus='alert(1)' autofocus='`,
  `</textarea></title></style><svg onload=alert(1)>`,
  `<!--`,
  `&lt;b&gt; &amp; &#x27;`,
  `\u202egnp.exe \u0627\u0644\u0633\u0644\u0627\u0645`,
  "đ".repeat(3000),
];

/** The page's own script, style and handlers are all there is. */
function expectHarmless({ document }: Pick<Awaited<ReturnType<typeof getPage>>, "document">) {
  const handlers = Array.from(document.querySelectorAll("*")).flatMap((node) =>
    Array.from(node.attributes, ({ name }) => name).filter((name) => name.startsWith("on") || name === "autofocus"),
  );
  expect(handlers).toEqual([]);
  expect(document.querySelectorAll("script").length).toBe(1);
  expect(document.querySelectorAll("img, svg").length).toBe(0);
}

describe.each(hostile)("%s", (text) => {
  const held = heldDocument(
    {
      id: `x/${text.slice(0, 20)}`,
      kind: text,
      number: text,
      title: text,
      issuer: text,
      issuedOn: text,
      successor: text,
      status: "superseded",
      isDigest: true,
      source: { publisher: text, title: text, date: text, url: `javascript:alert("${text}")` },
    },
    [{ path: [text], text: `Trước ${text} sau` }],
  );
  const answer: Answer = {
    ...answered,
    text: `${text} [1]`,
    understoodAs: text,
    citations: [citationOf(held, text)],
  };
  const parts = (given: Answer) => fakeParts({ ask: async () => given }, [held]);

  it("in question and answer is shown as it is", async () => {
    const page = await getPage(parts(answer), `/?q=${encodeURIComponent(text)}`);
    expect(page.texts(".answer .text")).toEqual([`${text} [1]`]);
    expect(page.texts("blockquote")).toEqual([`[1] ${text}`]);
    expectHarmless(page);
  });

  it("in a choice asks exactly its question", async () => {
    const [, second] = which.choices;
    const choice = { ...second, number: text, title: text, question: text };
    const page = await getPage(parts({ ...which, choices: [choice, second] }), "/?q=18");
    expect(new URLSearchParams(page.links("main nav a")[0]?.slice(2)).get("q")).toBe(text);
    expectHarmless(page);
  });

  it("in the list and its filter is shown as it is", async () => {
    const page = await getPage(
      parts(answer),
      `/documents?q=${encodeURIComponent(text)}&kind=${encodeURIComponent(text)}`,
    );
    expect(page.document.querySelector("#q")?.getAttribute("value")).toBe(text);
    expect(page.texts("main .list li > a")).toEqual([text]);
    expectHarmless(page);
  });

  it("in a document that is only named is shown as it is", async () => {
    const { store } = parts(answer);
    const at = citationOf(held, text).span;
    const place = { passageId: held.passages[0]?.id ?? "", directiveId: held.directive.id, span: at, extent: at };
    const reference = { ...OPEN, serial: "", kind: text, name: text, title: text, issuer: text, issuedOn: text };
    const evidence = async () => ({ mentions: [{ ...place, reference, citedOn: null }], relations: [] });
    const page = await getPage(fakeParts({ store: { ...store, evidence } }), "/documents");
    expect(page.texts("#mentioned a")).toEqual([text]);
    expect(page.texts("#mentioned li p").join()).toContain(text);
    expect(new URLSearchParams(page.links("#mentioned a")[0]?.split("?")[1]).get("q")).toBe(text);
    expectHarmless(page);
  });

  it("in what is known of a number is shown as it is", async () => {
    const evidence = evidenceOf(held, text);
    const relation = { type: "superseded-by", number: text, issuedOn: text, evidence } as const;
    const fact = { value: text, evidence: [evidence] };
    const known = candidate({
      ...{ number: text, kind: text, title: `${text} về`, issuer: text, issuedOn: text, citation: text },
      ...{ status: "superseded", held: true, documentId: held.directive.id },
      standing: { status: "superseded", by: relation, since: text },
      relations: [relation],
      mentions: [evidence],
      contradictions: [{ field: "title", values: [fact, fact] }],
    });
    const cite: Cite = async (query) => ({ query, candidates: [known, known] });
    const page = await getPage(fakeParts({ cite }, [held]), `/citations?q=${encodeURIComponent(text)}`);
    expect(page.document.querySelector("#q")?.getAttribute("value")).toBe(text);
    expect(page.texts("#v1 h2")).toEqual([text]);
    expect(new Set(page.texts("q"))).toEqual(new Set([text]));
    expect(page.links("main a[href]").filter((href) => !/^[/#]/.test(href))).toEqual([]);
    expectHarmless(page);
  });

  it("as a number that nobody knows is shown as it is", async () => {
    const page = await getPage(fakeParts(), `/citations/${encodeURIComponent(text)}`);
    expect(page.texts("[role=status] .text")).toEqual([`“${text}” không có trong thư viện này.`]);
    expectHarmless(page);
  });

  it("in a draft is checked and shown as it is", async () => {
    const evidence = [evidenceOf(held, text)];
    const span = { start: 6, end: 6 + text.length };
    const citation: CheckedCitation = {
      ...{ text, span, number: text, verdict: "ambiguous", suggestion: text },
      problems: [{ field: "title", found: text, expected: text, message: text, evidence }],
      candidates: [candidate({ citation: text }), candidate({ citation: text, number: text })],
    };
    const check: Check = async (draft) => ({ text: draft, citations: [citation] });
    const body = new URLSearchParams({ text: `Trước ${text} sau` });
    const app = createApp(fakeParts({ check }, [held]));
    const response = await app.request("/check", { method: "POST", body });
    const { document } = parseHTML(await response.text());
    const texts = (selector: string) => Array.from(document.querySelectorAll(selector), (node) => node.textContent);
    expect(texts(".draft mark")).toEqual([text]);
    expect(texts(".problem > .quiet, .problem del, .problem ins, .suggestion b")).toEqual(Array(4).fill(text));
    expect(texts(".checked ul a")).toEqual([text, text]);
    expectHarmless({ document });
  });

  it("in a document is read and marked as it is, and its link leads nowhere else", async () => {
    const { span } = citationOf(held, text);
    const id = encodeURIComponent(held.directive.id);
    const page = await getPage(parts(answer), `/documents/${id}?start=${span.start}&end=${span.end}`);
    expect(page.texts("mark")).toEqual([text]);
    expect(page.links("main a[href]").filter((href) => !href.startsWith("/"))).toEqual([]);
    expectHarmless(page);
  });
});

it("an address that begins like another host does not become a link to it", async () => {
  const { links } = await getPage(fakeParts(), "http://localhost//elsewhere.example/x");
  expect(links("a").filter((href) => href.includes("elsewhere"))).toEqual([]);
});
