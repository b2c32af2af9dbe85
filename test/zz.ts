import { readDocument } from "../ingest/read.ts";
import { buildDocument, readDraft } from "../ingest/document.ts";
import { findReferences } from "../src/citation/find.ts";
import { createFakeEmbedder } from "./fakes/embedder.ts";
const reader = { read: readDocument, close: async () => undefined };
const e = createFakeEmbedder();
const embedder = { ...e, embedDocuments: async (t: readonly string[]) => t.map(() => [1,0]) };
const parts = { embedder, tokens: e, findReferences, onPassages: () => undefined };
for (const s of ["\n\nx","1. a\n","a) b\n1. c\n- d\n","Số 1-QĐ/TW, ","I. X\n"]) { const t=[]; for (const size of [30_000,120_000,480_000]) {
    const c = process.cpuUsage();
    const d = await readDraft({bytes:Buffer.from("Chi bộ họp.\n"+s.repeat(Math.ceil(size/s.length))),name:"a.txt",key:"a.txt"},{reader,findReferences,allowRestricted:true});
    await buildDocument(d,{key:"a",location:null,contentHash:""},parts);
    const u = process.cpuUsage(c); t.push(Math.round((u.user+u.system)/1000)); }
  console.log(JSON.stringify(s),t.join(" → "));
}
