import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import type { OnNamesake, UploadProgress } from "../../src/core/uploads.ts";
import { ingestingLibrary, temporaryFolder } from "../fakes/ingesting-library.ts";

const OLD = `BỘ CHÍNH TRỊ
Số 901-QĐ/TW
Hà Nội, ngày 02 tháng 01 năm 2020

QUY ĐỊNH
về giờ họp

Điều 1. Chi bộ họp sáng thứ Hai đầu tháng, do bí thư chủ trì, mọi đảng viên dự.`;
const NEW = OLD.replace("sáng thứ Hai", "chiều thứ Ba");

function library() {
  const { uploads, ingestPaths, store, keys } = ingestingLibrary();
  const upload = (text: string, { name = "a.txt", access = null, onNamesake = "ask", ...more }: Partial<Given> = {}) =>
    uploads.add({ name, bytes: strToU8(text), access, onNamesake, ...more });
  return { ...uploads, upload, ingestPaths, store, keys };
}

interface Given {
  readonly name: string;
  readonly access: "member" | "staff" | null;
  readonly onNamesake: OnNamesake;
  readonly onProgress: (progress: UploadProgress) => void;
}

it("adds an upload, tells how far it is, and hands back the document's head", async () => {
  const { upload, store } = library();
  const steps: UploadProgress[] = [];
  const uploaded = await upload(OLD, { name: "họp.txt", access: "staff", onProgress: (step) => steps.push(step) });
  const document = { number: "901-QĐ/TW", file: "họp.txt", access: "staff", issuedOn: "2020-01-02" };
  expect(uploaded).toMatchObject({ kind: "added", document, passages: 2, near: [] });
  expect(steps).toEqual([{ step: "embedding", done: 2, total: 2 }]);
  expect(Array.from(store.documents.values(), ({ directive }) => directive)).toMatchObject([document]);
});

it("adds nothing where the library has the text, whatever the file is called", async () => {
  const { upload, store } = library();
  await upload(OLD, { access: "staff" });
  for (const [text, name] of [
    [OLD, "a.txt"],
    [OLD, "b.txt"],
    [OLD.replaceAll("\n", "\n\n"), "c.md"],
  ] as const)
    expect(await upload(text, { name })).toMatchObject({
      kind: "duplicate",
      document: { file: "a.txt", access: "staff" },
    });
  expect(store.documents.size).toBe(1);
});

it("asks where the library holds another text of the same document, and does as it is told", async () => {
  const { upload, keys } = library();
  await upload(OLD);
  const held = [{ number: "901-QĐ/TW", file: "a.txt" }];
  expect(await upload(NEW, { name: "b.txt" })).toMatchObject({ kind: "namesakes", document: { file: "b.txt" }, held });
  expect(keys()).toEqual(["@upload/a.txt"]);
  expect(await upload(NEW, { name: "b.txt", onNamesake: "keep" })).toMatchObject({ kind: "added" });
  expect(keys()).toEqual(["@upload/a.txt", "@upload/b.txt"]);
  const third = NEW.replace("chiều thứ Ba", "tối thứ Tư");
  expect(await upload(third, { name: "c.txt", onNamesake: "replace" })).toMatchObject({ kind: "replaced", near: [] });
  expect(keys()).toEqual(["@upload/c.txt"]);
});

it("takes another file of the same name for another document, also one that lies in a folder", async () => {
  const { upload, ingestPaths, keys } = library();
  const { write } = temporaryFolder();
  await Promise.all([upload("Chi bộ họp sáng."), upload("Tổ đảng nghỉ lễ.")]);
  await ingestPaths([write("a.txt", "Hội nghị bàn việc làng.")]);
  expect(keys()).toEqual(["@upload/a 2.txt", "@upload/a.txt", "a.txt"]);
});

it("shows what differs from a document that is nearly the same", async () => {
  const text = Array.from({ length: 40 }, (_, at) => `Việc thứ ${at} của chi bộ là họp đúng giờ và ghi biên bản.`);
  const { upload } = library();
  await upload(text.join("\n"));
  const near = await upload(text.with(3, "Việc thứ 3 của chi bộ là nghỉ.").join("\n"), { name: "b.txt" });
  expect(near).toMatchObject({
    kind: "added",
    near: [{ document: { file: "a.txt" }, onlyHere: ["Việc thứ 3 của chi bộ là nghỉ."], onlyThere: [text[3]] }],
  });
});

it("lets fewer read it where the file itself says so, never more", async () => {
  const { upload } = library();
  const file = (level: string, words: string) => `---\naccess: ${level}\n---\n${words}`;
  expect(await upload(file("staff", "Chi bộ họp sáng."), { name: "a.md" })).toMatchObject({
    document: { access: "staff" },
  });
  expect(await upload(file("all", "Tổ đảng nghỉ lễ."), { name: "b.md", access: "member" })).toMatchObject({
    document: { access: "member" },
  });
});

it.each([
  ["a secret document", "MẬT\n\nChi bộ họp.", /bears the mark "MẬT"/],
  ["a file without text", " ", /has no text: check/],
])("refuses %s with the reason, and leaves the library as it is", async (_, text, reason) => {
  const { upload, store } = library();
  await upload("Chi bộ họp.");
  expect(await upload(text)).toEqual({ kind: "refused", reason: expect.stringMatching(reason) });
  expect(store.documents.size).toBe(1);
});

it("withdraws a document by its id, and says where there is none", async () => {
  const { upload, withdraw, store } = library();
  const uploaded = await upload("Chi bộ họp.");
  const id = uploaded.kind === "added" ? uploaded.document.id : "";
  expect([await withdraw("x"), await withdraw(id), await withdraw(id), store.documents.size]).toEqual([
    undefined,
    { fileRemains: false },
    undefined,
    0,
  ]);
});
