import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filesAt } from "../../ingest/files.ts";
import { exists, isBelow } from "../../ingest/folders.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(home, { recursive: true }));

function write(path: string, content: string | Uint8Array = "x"): string {
  const location = join(home, ...path.split("/"));
  mkdirSync(join(location, ".."), { recursive: true });
  writeFileSync(location, content);
  return location;
}

const keysAt = async (path: string) => (await filesAt(path)).files.map(({ key }) => key);

it("finds documents of every kind below a folder, and passes over the rest", async () => {
  const documents = ["a.docx", "b/c.doc", "b/d.pdf", "e.TXT", "f.md", "g.html", "h.tiff"];
  for (const path of [...documents, "~$a.docx", ".x.md", "logo.png", "photo.jpg", "i.xls", "j"]) write(path);
  expect(await keysAt(home)).toEqual(documents);
});

it("takes a picture for a document where it is named itself", async () => {
  expect(await keysAt(write("scan.png"))).toEqual(["scan.png"]);
});

it("names the files of archives by archive and path, and reads them when asked", async () => {
  const contents = {
    ["năm 2020/a.txt".normalize("NFD")]: strToU8("Họp."),
    "b.xls": strToU8("x"),
    ".c.txt": strToU8("x"),
  };
  const archive = write("sub/x.zip", zipSync(contents));
  const { files, archives, folders, failed } = await filesAt(home);
  expect(files).toMatchObject([
    {
      path: join(archive, "năm 2020", "a.txt"),
      location: join(archive, "năm 2020", "a.txt"),
      key: "sub/x.zip/năm 2020/a.txt",
      name: "a.txt",
    },
  ]);
  expect([archives, folders, failed]).toEqual([[archive], [home], []]);
  expect(new TextDecoder().decode(await files[0]?.read())).toBe("Họp.");
});

it("reports an archive that cannot be opened, and goes on", async () => {
  const broken = write("a.zip", "PK");
  const empty = write("b.zip", zipSync({ "x.xls": strToU8("x") }));
  write("c.txt");
  const { files, failed, archives } = await filesAt(home);
  expect(files.map(({ key }) => key)).toEqual(["c.txt"]);
  expect(failed.map(({ file }) => file)).toEqual([broken, empty]);
  expect(archives).toEqual([]);
});

it("refuses what is larger than 20 MB before it is loaded, also from an archive", async () => {
  const large = new Uint8Array(20 * 1024 * 1024 + 1);
  write("a.txt", large);
  write("b.zip", zipSync({ "a.txt": large }, { level: 0 }));
  const { files } = await filesAt(home);
  expect(files).toHaveLength(2);
  for (const file of files) await expect(file.read()).rejects.toThrow("a.txt is larger than 20 MB: split it");
});

it("knows what is there: files, and what is said to be in archives", async () => {
  const archive = write("a.zip");
  const there = [archive, join(archive, "x.txt"), join(archive, "x", "y.txt")];
  expect(await Promise.all(there.map(exists))).toEqual([true, true, true]);
  const gone = [join(home, "b.zip"), join(home, "b.zip", "x.txt"), join(home, "sub", "c.txt")];
  expect(await Promise.all(gone.map(exists))).toEqual([false, false, false]);
});

it("takes for there what a file system does not tell about", async () => {
  symlinkSync("b", join(home, "a"));
  symlinkSync("a", join(home, "b"));
  expect(await exists(join(home, "a", "x.txt"))).toBe(true);
});

// Nothing is closed to the superuser.
it.skipIf(process.getuid?.() === 0)(
  "reports a folder that is closed, takes nothing in it for gone, and goes on",
  async () => {
    const inside = write("closed/a.txt");
    write("c.txt");
    const closed = join(home, "closed");
    chmodSync(closed, 0);
    const { files, failed } = await filesAt(home);
    const isThere = await exists(inside);
    chmodSync(closed, 0o700);
    expect(files.map(({ key }) => key)).toEqual(["c.txt"]);
    expect(failed).toEqual([{ file: closed, reason: "It cannot be opened (EACCES): check its permissions." }]);
    expect(isThere).toBe(true);
  },
);

it("tells a folder from another whose name begins the same", () => {
  expect(isBelow(`${home}${sep}a`, home)).toBe(true);
  expect(isBelow(`${home}2${sep}a`, home)).toBe(false);
});
