import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
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
function expectHarmless({ document }: Awaited<ReturnType<typeof getPage>>) {
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
    expect(page.texts("main .list a")).toEqual([text]);
    expectHarmless(page);
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
