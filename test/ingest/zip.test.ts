import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { membersOf, openArchive } from "../../ingest/zip.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";
import { archive } from "../fakes/hostile-archive.ts";

const zeros = (length: number) => new Uint8Array(length);
const text = strToU8("Họp mỗi tháng một lần.");
const readAll = (bytes: Uint8Array) => openArchive(bytes, "a.zip").map(({ name, read }) => [name, read()]);

it("reads what was packed, whatever the length", () => {
  const file = fc.tuple(fc.stringMatching(/^[a-zđ]{1,8}$/), fc.uint8Array({ maxLength: 5000 }));
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ([name]) => name }), fc.boolean(), (files, isStored) => {
      const expected = files.map(([name, contents]) => [name, contents]);
      expect(readAll(zipSync(Object.fromEntries(files), { level: isStored ? 0 : 6 })).sort()).toEqual(expected.sort());
      expect(readAll(archive(files.map(([name, contents]) => ({ name, contents, isStored })))).sort()).toEqual(
        expected,
      );
    }),
    { numRuns: 30 },
  );
});

it("leaves out folders, and reads an archive with a comment and an empty one", () => {
  const bytes = archive([
    { name: "a/", contents: zeros(0) },
    { name: "a/b.txt", contents: text },
  ]);
  const commented = Buffer.concat([bytes, Buffer.from("PK\u0005\u0006 ghi chú")]);
  commented.writeUInt16LE(commented.length - bytes.length, bytes.length - 2);
  expect(readAll(commented)).toEqual([["a/b.txt", text]]);
  expect(readAll(archive([]))).toEqual([]);
});

it.each<[string, Uint8Array, number, string]>([
  ["UTF-8 that says so", strToU8("Nghị quyết.txt"), 1 << 11, "Nghị quyết.txt"],
  ["UTF-8 that does not", strToU8("Nghị quyết.txt"), 0, "Nghị quyết.txt"],
  ["decomposed UTF-8", strToU8("Nghị".normalize("NFD")), 0, "Nghị"],
  ["an older code page", Uint8Array.of(0x71, 0xe9, 0x2e, 0x74), 0, "qé.t"],
  ["Windows' own separators", strToU8("a\\b.txt"), 0, "a/b.txt"],
  ["a folder that is here", strToU8("./a/./b.txt"), 0, "a/b.txt"],
])("reads a name in %s", (_, name, flags, expected) => {
  expect(openArchive(archive([{ name, contents: text, flags }]), "a.zip")[0]?.name).toBe(expected);
});

const many = Array.from({ length: 2001 }, (_, at) => ({ name: `${at}.txt`, contents: zeros(0) }));
const plain = archive([{ name: "a.txt", contents: text }]);

it.each<[string, Uint8Array, RegExp]>([
  ["more files than a collection has", archive(many), /holds more than 2,000 files: split/],
  ["a file packed too densely", archive([{ name: "a", contents: zeros(2_000_000) }]), /more than 100 to 1/],
  [
    "more than fits in memory",
    archive(["a", "b"].map((name) => ({ name, contents: text, size: 150_000_000 }))),
    /more than 200 MB: split/,
  ],
  [
    "a file that is larger than it says",
    archive([{ name: "a", contents: zeros(2_000_000), size: 100_000 }]),
    /is damaged: copy/,
  ],
  ["a file that is smaller than it says", archive([{ name: "a", contents: text, size: 1000 }]), /is damaged: copy/],
  [
    "a stored file of another length",
    archive([{ name: "a", contents: text, isStored: true, size: 5 }]),
    /is damaged: copy/,
  ],
  ["contents that were changed", archive([{ name: "a", contents: text, checksum: 1 }]), /is damaged: copy/],
  ["a stream that is none", archive([{ name: "a", contents: text, isStored: true, method: 8 }]), /is damaged: copy/],
  [
    "a password",
    archive([{ name: "a", contents: text, flags: 1 }]),
    /protected by a password: pack it again without one/,
  ],
  [
    "another way of packing",
    archive([{ name: "a", contents: text, method: 14 }]),
    /packed in a way that cannot be read/,
  ],
  ["a name that leads out", archive([{ name: "../../x", contents: text }]), /name that leads out/],
  ["a name that leads out in Windows", archive([{ name: "a\\..\\..\\x", contents: text }]), /name that leads out/],
  ["an absolute name", archive([{ name: "/etc/x", contents: text }]), /name that leads out/],
  ["an absolute name in Windows", archive([{ name: "C:\\x", contents: text }]), /name that leads out/],
  ["a name with a NUL", archive([{ name: "a\0.txt", contents: text }]), /or is no name/],
  ["no name", archive([{ name: "", contents: text }]), /or is no name/],
  [
    "two files of one name",
    archive(["a/b", "a\\b"].map((name) => ({ name, contents: text }))),
    /two files of the same name/,
  ],
  ["a link", archive([{ name: "a", contents: strToU8("/etc/passwd"), mode: 0o120777 }]), /a link instead of a file/],
  [
    "files that share their bytes",
    archive([
      { name: "a", contents: text },
      { name: "b", contents: text, at: 0 },
    ]),
    /damaged or cut short/,
  ],
  ["a file that is not where it should be", archive([{ name: "a", contents: text, at: 7 }]), /damaged or cut short/],
  ["a place beyond the end", archive([{ name: "a", contents: text, at: 0xfffffff0 }]), /damaged or cut short/],
  ["nothing", zeros(0), /damaged or cut short: copy/],
  ["an archive without its end", plain.subarray(0, -10), /damaged or cut short: copy/],
  ["an archive without its beginning", plain.subarray(10), /damaged or cut short: copy/],
])("refuses %s", (_, bytes, message) => {
  expect(() => readAll(bytes)).toThrow(UnreadableFileError);
  expect(() => readAll(bytes)).toThrow(/^a\.zip /);
  expect(() => readAll(bytes)).toThrow(message);
});

it("survives any damage", () => {
  const whole = archive([
    { name: "a.txt", contents: text },
    { name: "b/c.txt", contents: zeros(3000) },
  ]);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Uint8Array.from(whole);
      damaged[at] = byte;
      try {
        for (const [name, contents] of readAll(damaged)) {
          expect(typeof name).toBe("string");
          expect([text.length, 3000]).toContain(contents?.length);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFileError);
      }
    }),
    { numRuns: 300 },
  );
});

it("takes densely packed files that are small, and keeps to limits of its caller", () => {
  const bytes = archive([{ name: "a", contents: zeros(100_000) }]);
  expect(readAll(bytes)).toHaveLength(1);
  const limits = { entries: 1, bytes: 99_999, ratio: 1000, freeBytes: 0 };
  expect(() => openArchive(bytes, "a.zip", limits)).toThrow(/unpacks to more than/);
});

it("lists the documents of an archive by their keys, without hidden files and archives in it", () => {
  const names = ["z.docx", "Năm 2024/b.txt", ".x.txt", "__MACOSX/._b.txt", "~$z.docx", "in.zip", "in.ZIP", "a.exe"];
  const bytes = archive(names.map((name) => ({ name, contents: strToU8(name) })));
  const isReadable = (name: string) => /\.(?:docx|txt|zip)$/i.test(name);
  expect(membersOf(bytes, "kho/a.zip", isReadable).map(({ read, ...member }) => [member, read()])).toEqual([
    [{ key: "kho/a.zip/Năm 2024/b.txt", name: "b.txt" }, strToU8("Năm 2024/b.txt")],
    [{ key: "kho/a.zip/z.docx", name: "z.docx" }, strToU8("z.docx")],
  ]);
});

it("refuses an archive of archives, which may hold itself", () => {
  const bytes = archive([{ name: "a.zip", contents: plain }]);
  expect(() => membersOf(bytes, "a.zip", () => true)).toThrow(/holds no document that can be read: unpack archives/);
});
