import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { newDocument } from "../contracts/new-document.ts";

// A process of its own: puts `count` documents into the library at `path`.
const [path = "", name = "", count = "0"] = process.argv.slice(2);
const { db, close } = await openLibsql(path);
await ensureFullText(db);
const store = createPassageStore(db);
for (let at = 0; at < Number(count); at += 1) await store.put(newDocument({ id: `${name}${at}` }, ["cam", "quýt"]));
close();
