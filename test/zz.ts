import { findReferences } from "../src/citation/find.ts";
import { readFileSync, readdirSync } from "node:fs";
const dir = "/work/shared/corpus/";
for (const f of readdirSync(dir)) { const t = readFileSync(dir + f, "utf8").normalize("NFC"); for (const r of findReferences(t)) console.log(f.slice(0,3), JSON.stringify(t.slice(r.span.start, r.span.end)), r.reference.kind, r.reference.number, r.reference.serial, r.reference.issuedOn, r.reference.issuer, "|", r.reference.title); }
for (const q of ["QĐ 213 yêu cầu gì", "qd213", "quy dinh 213 yeu cau", "what does QĐ 213 require", "Regulation 682-QĐ/TU replace", "quy dinh 888 noi ve gi", "Kết luận 55-KL/TU", "Nghị quyết 18 và 19", "213-QD/TW", "57/NQ-TW", "năm 2022", "05/8/2022", "giai đoạn 2021-2025", "số31-QĐ/TW", "Quy định số 60 về tổ chức", "NQ 18", "213", "Conclusion No. 28"]) console.log(q, "→", findReferences(q).map((r) => [q.slice(r.span.start, r.span.end), r.reference.kind, r.reference.number, r.reference.serial].join(" ; ")));
