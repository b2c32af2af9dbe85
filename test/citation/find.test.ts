import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { findNumbered } from "../../src/citation/numbered.ts";
import * as patterns from "../../src/citation/patterns.ts";
import { normalise } from "../../src/core/text.ts";

/** `Quy định 213-QĐ/TW`; the symbol with a question mark where the kind is open; the serial where the rest is. */
function named(text: string): string[] {
  return findNumbered(text).map(({ reference: { kind, symbol, number, serial } }) => {
    return `${kind ?? `${symbol}?`} ${number ?? serial}`;
  });
}

type Row = readonly [text: string, expected: readonly string[], reason: string];

const written: readonly Row[] = [
  // in full
  ["Quy định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "the official form"],
  ["Quyết định số 61-QĐ/TW", ["Quyết định 61-QĐ/TW"], "the other kind of the symbol QĐ"],
  ["Nghị quyết số 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "a kind with a symbol of its own"],
  ["Kết luận số 28-KL/TW", ["Kết luận 28-KL/TW"], "Kết luận"],
  ["Chỉ thị số 05-CT/TW", ["Chỉ thị 05-CT/TW"], "a leading zero is part of the spelling"],
  ["Kế hoạch số 03-KH/TW", ["Kế hoạch 03-KH/TW"], "Kế hoạch"],
  ["Hướng dẫn số 33-HD/BTCTW", ["Hướng dẫn 33-HD/BTCTW"], "a central commission"],
  ["Thông báo số 43-TB/TGV", ["Thông báo 43-TB/TGV"], "a task body"],
  ["Báo cáo số 123-BC/TU", ["Báo cáo 123-BC/TU"], "a provincial committee"],
  ["Chương trình số 10-CTr/TU", ["Chương trình 10-CTr/TU"], "a symbol with a small letter"],
  ["Đề án số 01-ĐA/TU", ["Đề án 01-ĐA/TU"], "Đề án"],
  ["Tờ trình số 12-TTr/BTCTU", ["Tờ trình 12-TTr/BTCTU"], "TTr is not TT"],
  ["Công văn số 4263-CV/BTCTW", ["Công văn 4263-CV/BTCTW"], "four digits"],
  ["Thông tri số 22-TT/TW", ["Thông tri 22-TT/TW"], "Thông tri"],
  ["Quy chế số 05-QC/TU", ["Quy chế 05-QC/TU"], "Quy chế"],
  ["Quyết định số 212-QĐ/ĐUK", ["Quyết định 212-QĐ/ĐUK"], "a bloc committee"],
  ["Quyết định số 3917-QĐ/ĐUK", ["Quyết định 3917-QĐ/ĐUK"], "a long number of a bloc committee"],
  ["Kết luận số 12-KL/HU", ["Kết luận 12-KL/HU"], "a district committee"],
  ["Hướng dẫn số 23-HD/BTGDVTW", ["Hướng dẫn 23-HD/BTGDVTW"], "a long suffix"],
  ["Quy định số 08-QĐi/TW", ["Quy định 08-QĐi/TW"], "the symbol QĐi of 2018"],
  ["01-QĐi/UBKTTW", ["Quy định 01-QĐi/UBKTTW"], "QĐi decides the kind"],
  ["07-QĐI/TW", ["Quy định 07-QĐi/TW"], "QĐi in capitals"],
  ["Quyết định số 5-QĐ/TU", ["Quyết định 05-QĐ/TU"], "the zero is put before a single digit"],
  ["Quy định số 005-QĐ/TW", ["Quy định 05-QĐ/TW"], "further zeros go"],
  ["Chương trình hành động số 920-CTr/TU", ["Chương trình 920-CTr/TU"], "words between kind and number"],
  ["QUY ĐỊNH SỐ 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "a heading in capitals"],
  ["Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị", ["Quy định 213-QĐ/TW"], "the date is no number"],
  ["(Quy định số 213-QĐ/TW).", ["Quy định 213-QĐ/TW"], "punctuation around it"],
  ["“Quy định số 213-QĐ/TW”", ["Quy định 213-QĐ/TW"], "quotation marks around it"],
  ["Điều 1 Quy định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "an article before it"],
  ["điểm 9.3.2, Điều 9, Quy định 24-QĐ/TW", ["Quy định 24-QĐ/TW"], "a pinpoint before it"],
  // the number alone
  ["213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "QĐ leaves the kind open"],
  ["số 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the number with số"],
  ["Số: 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the colon of web pages"],
  ["28-KL/TW", ["Kết luận 28-KL/TW"], "a symbol of one kind decides"],
  ["02-HD", ["Hướng dẫn 2"], "the issuer is missing"],
  ["18-NQ", ["Nghị quyết 18"], "letters that stand for nothing else"],
  ["số 10-CT", ["Chỉ thị 10"], "called a number"],
  // short
  ["QĐ 213", ["QĐ? 213"], "symbol and number"],
  ["QĐ213", ["QĐ? 213"], "no space"],
  ["qđ213", ["QĐ? 213"], "small letters"],
  ["qđ 213", ["QĐ? 213"], "small letters and a space"],
  ["KL 21", ["Kết luận 21"], "Kết luận, short"],
  ["KL21", ["Kết luận 21"], "Kết luận, short, no space"],
  ["NQ 18", ["Nghị quyết 18"], "Nghị quyết, short"],
  ["CT 05", ["Chỉ thị 5"], "the serial has no leading zero"],
  ["HD số 33", ["Hướng dẫn 33"], "symbol with số"],
  ["Quy định 213", ["Quy định 213"], "kind and number"],
  ["quy định số 213", ["Quy định 213"], "kind, số, number"],
  ["Quy định số: 213", ["Quy định 213"], "a colon after số"],
  ["Quy định số213", ["Quy định 213"], "no space after số"],
  ["Nghị quyết 18", ["Nghị quyết 18"], "a nickname"],
  ["đảng viên theo quy định 213.", ["Quy định 213"], "the end of a sentence"],
  ["theo Quy định 213. Trong đó", ["Quy định 213"], "the end of a sentence inside a text"],
  ["Quy định\n213 của Bộ Chính trị", ["Quy định 213"], "a line end between kind and number"],
  ["Quy định 213 điều chỉnh việc gì?", ["Quy định 213"], "điều chỉnh counts nothing"],
  ["Quy định 24 Điều 5", ["Quy định 24"], "an article behind it"],
  ["Quy định 66 năm 2017", ["Quy định 66"], "the year behind it"],
  ["Quy định 76 ban hành năm nào?", ["Quy định 76"], "a question for the year"],
  ["Kết luận 21 năm nào?", ["Kết luận 21"], "năm nào counts nothing"],
  ["Kết luận 21 ngày nào?", ["Kết luận 21"], "ngày nào counts nothing"],
  ["Nghị quyết 18 nội dung gì?", ["Nghị quyết 18"], "two digits and a noun: a question"],
  ["kế hoạch 03 nhiệm vụ gì", ["Kế hoạch 3"], "a leading zero is a document's"],
  ["Đề án 06", ["Đề án 6"], "a well-known name"],
  ["NĐ 85", ["Nghị định 85"], "Nghị định, short"],
  ["TT 22", ["TT? 22"], "TT is Thông tri or Thông tư"],
  // number and symbol twice
  ["QĐ 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the symbol on both sides"],
  ["HD38-HD/BTCTW", ["Hướng dẫn 38-HD/BTCTW"], "the symbol on both sides, no space"],
  ["Thông báo kết luận số 45-TB/TW", ["Thông báo 45-TB/TW"], "the number's own symbol decides"],
  // separators
  ["57/NQ-TW", ["Nghị quyết 57-NQ/TW"], "separators swapped"],
  ["Nghị quyết số 36/NQ-TW", ["Nghị quyết 36-NQ/TW"], "separators swapped, in full"],
  ["213/QĐ-TW", ["QĐ? 213-QĐ/TW"], "separators swapped, QĐ"],
  ["213-QĐ-TW", ["QĐ? 213-QĐ/TW"], "two dashes"],
  ["213/QĐ/TW", ["QĐ? 213-QĐ/TW"], "two slashes"],
  ["quy định số 213 - QĐ/TW", ["Quy định 213-QĐ/TW"], "spaces around the dash"],
  ["213 -QĐ/TW", ["QĐ? 213-QĐ/TW"], "a space before the dash"],
  ["94- KH/BTGDVTW", ["Kế hoạch 94-KH/BTGDVTW"], "a space after the dash"],
  ["213-QĐ / TW", ["QĐ? 213-QĐ/TW"], "spaces around the slash"],
  ["213-QĐ/ TW", ["QĐ? 213-QĐ/TW"], "a space after the slash"],
  ["213–QĐ/TW", ["QĐ? 213-QĐ/TW"], "an en dash"],
  ["213—QĐ/TW", ["QĐ? 213-QĐ/TW"], "an em dash"],
  ["213‑QĐ/TW", ["QĐ? 213-QĐ/TW"], "a non-breaking hyphen"],
  ["213−QĐ/TW", ["QĐ? 213-QĐ/TW"], "a minus sign"],
  ["213-\nQĐ/TW", ["QĐ? 213-QĐ/TW"], "a line end inside"],
  ["213QĐ/TW", ["QĐ? 213-QĐ/TW"], "the dash is lost"],
  ["213 QĐ/TW", ["QĐ? 213-QĐ/TW"], "a space for the dash"],
  ["số31-QĐ/TW", ["QĐ? 31-QĐ/TW"], "no space after số, in full"],
  ["11-HDVPTW", ["Hướng dẫn 11-HD/VPTW"], "the slash is lost, as in addresses"],
  ["213-QĐTW", ["QĐ? 213-QĐ/TW"], "the slash is lost, QĐ"],
  ["NQ 18/TW", ["Nghị quyết 18-NQ/TW"], "the symbol before the number"],
  ["NQ18-TW", ["Nghị quyết 18-NQ/TW"], "the symbol before the number, with a dash"],
  ["Chỉ thị 05 TW", ["Chỉ thị 05-CT/TW"], "the issuer behind a space"],
  ["Quy định   số   213-QĐ/TW", ["Quy định 213-QĐ/TW"], "repeated spaces"],
  ["Quy định số 213\u00a0-\u00a0QĐ/TW", ["Quy định 213-QĐ/TW"], "non-breaking spaces"],
  ["55- KL/TU", ["Kết luận 55-KL/TU"], "a space behind the dash alone"],
  ["Nghị quyết số 18 – NQ/TW", ["Nghị quyết 18-NQ/TW"], "an en dash with spaces"],
  ["Quy định\nsố 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "a line end behind the kind"],
  ["213-QĐ/TW1", ["QĐ? 213-QĐ/TW"], "the mark of a footnote"],
  ["213-qd-tw-huong-dan", ["QĐ? 213-QĐ/TW"], "an address that goes on"],
  ["Quyết định số 84 QĐ/TWĐTN", ["Quyết định 84-QĐ/TWĐTN"], "the Youth Union"],
  // spellings of the issuer
  ["15-NQ/TƯ", ["Nghị quyết 15-NQ/TƯ"], "TƯ is met for Trung ương and for a tỉnh ủy"],
  ["15-NQ/T.Ư", ["Nghị quyết 15-NQ/TW"], "T.Ư is Trung ương"],
  ["15-NQ/T.W", ["Nghị quyết 15-NQ/TW"], "T.W is Trung ương"],
  ["213-qđ/tw", ["QĐ? 213-QĐ/TW"], "small letters"],
  ["213-QĐ/Tw", ["QĐ? 213-QĐ/TW"], "capital and small letter"],
  ["02-NQ/đuk", ["Nghị quyết 02-NQ/ĐUK"], "small đ in the suffix"],
  ["767-HD/BTL", ["Hướng dẫn 767-HD/BTL"], "an army office, in the order of the party"],
  ["198-KH-CĐKT", ["Kế hoạch 198-KH/CĐKT"], "an issuer nobody knows"],
  // lost or foreign marks
  ["Quy định 213-QD/TW", ["Quy định 213-QĐ/TW"], "the number without its mark, the words with theirs"],
  ["Quy định số 213-QÐ/TW", ["Quy định 213-QĐ/TW"], "the Icelandic letter of old fonts"],
  ["Quyết định số 61-QD/TW ngày 8-3-2022", ["Quyết định 61-QĐ/TW"], "lost mark with a date"],
  // typed without diacritics
  ["qd213", ["QĐ? 213"], "the shortest"],
  ["qd 213", ["QĐ? 213"], "symbol and number"],
  ["quy dinh 213", ["Quy định 213"], "kind and number"],
  ["quy dinh so 213", ["Quy định 213"], "with so"],
  ["quyet dinh 61", ["Quyết định 61"], "quyet dinh is not quy dinh"],
  ["kl 229 noi gi ve quy dinh 213", ["Kết luận 229", "Quy định 213"], "two in one question"],
  ["huong dan 33-hd/btctw", ["Hướng dẫn 33-HD/BTCTW"], "in full"],
  ["213-qd/tw", ["QĐ? 213-QĐ/TW"], "number alone"],
  ["213/qd-tw", ["QĐ? 213-QĐ/TW"], "separators swapped"],
  ["213-qd-tw", ["QĐ? 213-QĐ/TW"], "as in an address"],
  ["ket luan 28 nam nao", ["Kết luận 28"], "nam nao asks"],
  ["chi thi 40 noi ve gi", ["Chỉ thị 40"], "chi thi"],
  ["nghi quyet 02-nq/duk", ["Nghị quyết 02-NQ/DUK"], "the suffix stays as typed"],
  ["nd 30", ["Nghị định 30"], "a decree"],
  ["de an 06", ["Đề án 6"], "de an"],
  // English
  ["Regulation 213", ["Quy định 213"], "the English kind"],
  ["Regulation 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "English kind and Vietnamese number"],
  ["213-QD/TW", ["QĐ? 213-QĐ/TW"], "the number in English typing"],
  ["Regulation No. 213-QD/TW", ["Quy định 213-QĐ/TW"], "No."],
  ["Regulation No 213", ["Quy định 213"], "No without a stop"],
  ["Regulation number 213", ["Quy định 213"], "number"],
  ["Regulation #213", ["Quy định 213"], "#"],
  ["Conclusion No. 28", ["Kết luận 28"], "Conclusion"],
  ["Resolution No. 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "Resolution"],
  ["Directive 05", ["Chỉ thị 5"], "Directive"],
  ["Guidance 33-HD/BTCTW", ["Hướng dẫn 33-HD/BTCTW"], "Guidance"],
  ["Guidelines 33", ["Hướng dẫn 33"], "Guidelines"],
  ["Official Letter No. 398", ["Công văn 398"], "two words"],
  ["What does QĐ 213 require?", ["QĐ? 213"], "mixed"],
  ["resolutions 18 and 19", ["Nghị quyết 18", "Nghị quyết 19"], "plural and list"],
  ["Regulation No. 213-QD/TW dated January 2, 2020", ["Quy định 213-QĐ/TW"], "with its date"],
  ["Resolution 18 of 2017", ["Nghị quyết 18"], "with its year"],
  ["Resolution No. 18-NQ/TW and No. 19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"], "No. again"],
  ["joint circular 01/2014/TTLT-BNV-BTC", ["Thông tư liên tịch 01/2014/TTLT-BNV-BTC"], "joint circular"],
  // of the state
  ["16/2020/NĐ-CP", ["Nghị định 16/2020/NĐ-CP"], "number, year, kind and issuer"],
  ["Nghị định số 30/2020/NĐ-CP", ["Nghị định 30/2020/NĐ-CP"], "in full"],
  ["Decree 30/2020/ND-CP", ["Nghị định 30/2020/NĐ-CP"], "in English"],
  ["nghi dinh 30/2020/nd-cp", ["Nghị định 30/2020/NĐ-CP"], "without diacritics"],
  ["Thông tư 5/2019/TT-BNV", ["Thông tư 05/2019/TT-BNV"], "Thông tư is not Thông tri"],
  ["10/2019/TT-BNV", ["Thông tư 10/2019/TT-BNV"], "TT of the state is Thông tư"],
  ["16/CT-TTg", ["Chỉ thị 16/CT-TTg"], "without a year"],
  ["16/ct-ttg", ["Chỉ thị 16/CT-TTg"], "in small letters"],
  ["Quyết định 899/QĐ-TTg", ["Quyết định 899/QĐ-TTg"], "a decision"],
  ["60/QĐ-UBND", ["Quyết định 60/QĐ-UBND"], "the state has no Quy định numbered QĐ"],
  ["764/HD-BTL", ["Hướng dẫn 764/HD-BTL"], "an army office, in the order of the state"],
  ["Nghị định 30/2020", ["Nghị định 30"], "year without kind and issuer"],
  ["Nghị quyết 76/2025/UBTVQH15", ["Nghị quyết 76/2025/UBTVQH15"], "the standing committee of the National Assembly"],
  ["Luật số 117/2025/QH15", ["Luật 117/2025/QH15"], "a law has no symbol"],
  ["Luật số: 29/2018/QH14", ["Luật 29/2018/QH14"], "a law, with the colon of web pages"],
  ["Bộ luật số 45/2019/QH14", ["Bộ luật 45/2019/QH14"], "a code"],
  ["Pháp lệnh số 02/2020/UBTVQH14", ["Pháp lệnh 02/2020/UBTVQH14"], "an ordinance"],
  ["Pháp lệnh số 34/2007/PL-UBTVQH11", ["Pháp lệnh 34/2007/PL-UBTVQH11"], "an ordinance of before 2009"],
  ["Nghị quyết 202/2025/QH15", ["Nghị quyết 202/2025/QH15"], "the National Assembly"],
  ["117/2025/QH15", ["null? 117/2025/QH15"], "laws and resolutions are numbered alike"],
  ["Law No. 117/2025/QH15", ["Luật 117/2025/QH15"], "a law in English"],
  ["Luật Bảo vệ bí mật nhà nước số 29/2018/QH14", ["Luật 29/2018/QH14"], "the name before the number"],
  ["Luật Cán bộ, công chức số 22/2008/QH12", ["Luật 22/2008/QH12"], "a comma in the name"],
  ["Luật và Nghị quyết số 76/2025/UBTVQH15", ["Nghị quyết 76/2025/UBTVQH15"], "the nearer kind"],
  ["Quy định 117/2025/QH15", ["null? 117/2025/QH15"], "the National Assembly issues no such kind"],
  ["Thông tư liên tịch số 01/2014/TTLT-BNV-BTC", ["Thông tư liên tịch 01/2014/TTLT-BNV-BTC"], "several bodies"],
  ["Công điện số 732/CĐ-TTg", ["Công điện 732/CĐ-TTg"], "a telegram"],
  ["Lệnh số 12/2013/L-CTN", ["Lệnh 12/2013/L-CTN"], "a symbol of one letter"],
  ["3399/QyĐ-BTL", ["Quy định 3399/QyĐ-BTL"], "the state's symbol for Quy định"],
  ["Quyết định số: 1206 /QĐ-HVTC", ["Quyết định 1206/QĐ-HVTC"], "a space before the slash"],
  ["Nghị định 101, 107/2020/NĐ-CP", ["Nghị định 101/2020/NĐ-CP", "Nghị định 107/2020/NĐ-CP"], "one year for both"],
  ["18/2017/NQ-TW", ["Nghị quyết 18-NQ/TW"], "the Party's numbers have no year"],
  // of every kind of the Party
  ["Chiến lược số 01-CL/TW", ["Chiến lược 01-CL/TW"], "an unconfirmed symbol next to its kind"],
  ["Thông cáo số 05-TC/TW", ["Thông cáo 05-TC/TW"], "Thông cáo"],
  ["Tuyên bố số 02-TB/TW", ["Tuyên bố 02-TB/TW"], "the word decides a symbol that is shared"],
  ["02-TB/TW", ["Thông báo 02-TB/TW"], "alone it is the confirmed kind"],
  ["Lời kêu gọi số 01-LKG/TW", ["Lời kêu gọi 01-LKG/TW"], "Lời kêu gọi"],
  ["Quy hoạch số 03-QH/TU", ["Quy hoạch 03-QH/TU"], "QH is not Quốc hội here"],
  ["Phương án số 12-PA/TU", ["Phương án 12-PA/TU"], "Phương án"],
  ["Dự án số 12-DA/TU", ["Dự án 12-DA/TU"], "Dự án"],
  ["12-DA/TU là dự án", ["Dự án 12-DA/TU"], "with marks around it DA is no ĐA"],
  ["Biên bản số 07-BB/BTCTU", ["Biên bản 07-BB/BTCTU"], "Biên bản"],
  ["Chương trình hành động số 09-CTrHĐ/ĐU", ["Chương trình 09-CTrHĐ/ĐU"], "a symbol seen once"],
  ["Quy chế phối hợp số 01-QCPH/TU-UBND", ["Quy chế 01-QCPH/TU-UBND"], "of two bodies"],
  ["Giấy mời số 123-GM/TU", ["Giấy mời 123-GM/TU"], "an invitation"],
  ["Giấy giới thiệu số 45-GGT/VPTW", ["Giấy giới thiệu 45-GGT/VPTW"], "an introduction"],
  ["Giấy chứng nhận số 45-GCN/TU", ["Giấy chứng nhận 45-GCN/TU"], "a certificate"],
  ["Phiếu chuyển số 12-PC/VPTU", ["Phiếu chuyển 12-PC/VPTU"], "a transfer slip"],
  ["Phiếu gửi số 12-PG/VPTU", ["Phiếu gửi 12-PG/VPTU"], "a dispatch slip"],
  ["24-BS/UBKTTU", ["Bản sao 24-BS/UBKTTU"], "a copy"],
  ["Qui định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "the older spelling"],
  // words between kind and number
  ["Quy định của Bộ Chính trị số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "the issuer between, and a symbol that agrees"],
  ["Quyết định của Bộ Chính trị số31-QĐ/TW", ["Quyết định 31-QĐ/TW"], "no space after số"],
  ["Nghị quyết của Ban Chấp hành Trung ương Đảng khóa XII số 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "with its term"],
  ["Quy định ngày 02/01/2020 của Bộ Chính trị (số 213-QĐ/TW)", ["Quy định 213-QĐ/TW"], "date and issuer between"],
  ["Quy định về thi hành Điều lệ Đảng (số 24-QĐ/TW)", ["Quy định 24-QĐ/TW"], "the title between"],
  ["Quyết định ban hành Quy chế số 05-QĐ/TU", ["Quyết định 05-QĐ/TU"], "a Quy chế has no QĐ number, a Quyết định has"],
  ["Quyết định ban hành Quy định số 05-QĐ/TU", ["Quy định 05-QĐ/TU"], "the nearer of two kinds"],
  ["Quyết định ban hành Quy định về kỷ luật (số 05-QĐ/TU)", ["QĐ? 05-QĐ/TU"], "either of two kinds far from it"],
  ["Chương trình công tác số 12-CTr/TU", ["Chương trình 12-CTr/TU"], "words that describe the kind"],
  ["Kế hoạch của Tỉnh ủy số 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a symbol that does not agree"],
  ["quy định tại văn bản số 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "another clause"],
  // misread
  ["Chí thị số 10-CT/TW", ["Chỉ thị 10-CT/TW"], "a wrong mark, and a symbol that agrees"],
  ["Quy đình số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "a wrong mark, of two kinds the one it is like"],
  ["Ouy định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "a wrong letter"],
  ["Nghi quyêt số 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "marks lost"],
  ["Quyêt đinh 61", ["Quyết định 61"], "marks lost, which is no wrong mark"],
  ["l14-QĐ/TW", ["QĐ? 114-QĐ/TW"], "l for 1"],
  ["Quy định số l14-QĐ/TW", ["Quy định 114-QĐ/TW"], "l for 1, in full"],
  ["I14-QĐ/TW", ["QĐ? 114-QĐ/TW"], "I for 1"],
  ["2O5-QĐ/TW", ["QĐ? 205-QĐ/TW"], "O for 0"],
  ["1o-CT/TW", ["Chỉ thị 10-CT/TW"], "o for 0"],
  // several
  ["Nghị quyết 18 và 19", ["Nghị quyết 18", "Nghị quyết 19"], "a list of two"],
  ["số 920 và 1011-CTr/TƯ", ["Chương trình 920-CTr/TƯ", "Chương trình 1011-CTr/TƯ"], "one symbol for both"],
  ["Quy định 680, 681 và 682-QĐ/TU", ["680", "681", "682"].map((n) => `Quy định ${n}-QĐ/TU`), "a list of three"],
  ["Nghị quyết số 18-NQ/TW và 19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"], "one kind, two numbers"],
  ["Quy định 58-QĐ/TW và Hướng dẫn 12-HD/BTCTW", ["Quy định 58-QĐ/TW", "Hướng dẫn 12-HD/BTCTW"], "two kinds"],
  ["QĐ 213 hay 76 còn hiệu lực?", ["QĐ? 213", "QĐ? 76"], "either of two"],
  ["Kết luận số 21 và 28", ["Kết luận 21", "Kết luận 28"], "a list without symbol"],
  ["các Quy định số 105, 89, 90-QĐ/TW", ["105", "89", "90"].map((n) => `Quy định ${n}-QĐ/TW`), "in any order"],
  ["số 18,19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"], "no space behind the comma"],
  ["kết luận số 18,19", ["Kết luận 18", "Kết luận 19"], "no space, but called numbers"],
  ["Kết luận 18,19", ["Kết luận 18", "Kết luận 19"], "no space, but a name, and two digits each"],
  ["Nghị quyết số 18-NQ/TW, số 19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"], "số again"],
  ["Quy định số 105-QĐ/TW, số 106-QĐ/TW", ["Quy định 105-QĐ/TW", "Quy định 106-QĐ/TW"], "the kind goes on"],
  ["Quy định 105-QĐ/TW, 106-QĐ/TW và 107-QĐ/TW", ["105", "106", "107"].map((n) => `Quy định ${n}-QĐ/TW`), "and on"],
  [
    "Quyết định số 5-QĐ/TU, ngày 01/01/2020 và số 6-QĐ/TU",
    ["Quyết định 05-QĐ/TU", "Quyết định 06-QĐ/TU"],
    "the kind goes on behind a date",
  ],
  ["Quy định 24-QĐ/TW. Số 61-QĐ/TW", ["Quy định 24-QĐ/TW", "QĐ? 61-QĐ/TW"], "another sentence is no list"],
  ["Kế hoạch 03-KH/TW và số 06", ["Kế hoạch 03-KH/TW", "Kế hoạch 6"], "số makes a number of it"],
  ["Kế hoạch 03-KH/TW và 6 đề án", ["Kế hoạch 03-KH/TW"], "without it, it counts"],
  ["Kết luận 21, 28 và 3 chỉ thị", ["Kết luận 21", "Kết luận 28"], "the last of a list counts"],
  ["các kết luận từ số 21 đến số 25-KL/TW", ["Kết luận 21-KL/TW", "Kết luận 25-KL/TW"], "both ends as printed"],
  ["kết luận từ số 21-KL/TW đến số 25-KL/TW", ["Kết luận 21-KL/TW", "Kết luận 25-KL/TW"], "both ends in full"],
  ["Kế hoạch số 154 & 201/KH-ĐHHV", ["Kế hoạch 154/KH-ĐHHV", "Kế hoạch 201/KH-ĐHHV"], "an ampersand"],
  ["Nghị quyết 18, 5 năm qua", ["Nghị quyết 18"], "what follows counts years"],
  ["năm 2020, 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a year before a number is no list"],
  ["khoản 2, 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a clause before a number is no list"],
  ["Điều 3 - QĐ 213", ["QĐ? 213"], "the symbol belongs to what follows"],
];

const unwritten: readonly (readonly [text: string, reason: string])[] = [
  ["ngày 16/4/2020", "a date"],
  ["ngày 02 tháng 01 năm 2020", "a date in words"],
  ["28-12-2010", "a date with dashes"],
  ["năm 2020", "a year"],
  ["Kế hoạch 2024", "a plan is called by its year"],
  ["báo cáo 2023", "a report is called by its year"],
  ["Kế hoạch 2021-2025", "years from and to"],
  ["giai đoạn 2021-2025", "a period"],
  ["kế hoạch 2021 – 2025", "a period with spaces"],
  ["kế hoạch 5 năm", "a plan for five years"],
  ["ke hoach 5 nam", "the same without diacritics"],
  ["the plan 5 years later", "the same in English"],
  ["báo cáo 6 tháng đầu năm", "a report on six months"],
  ["quy định 3 lần", "it says how often"],
  ["quy định 19 điều đảng viên không được làm", "it counts articles"],
  ["kết luận 5 nội dung", "it counts matters: party documents have 05"],
  ["có 5 nhóm nhiệm vụ", "a count"],
  ["hướng dẫn 12 người", "it counts people"],
  ["chương trình 10 triệu đồng", "money"],
  ["kế hoạch 95%", "a percentage"],
  ["kế hoạch 95 %", "a percentage with a space"],
  ["kế hoạch 12,5", "a decimal"],
  ["kế hoạch 1.250 tỷ", "a thousand"],
  ["quy định 3.1", "a paragraph number"],
  ["Kế hoạch\n1. Mục tiêu", "a heading above a numbered paragraph"],
  ["Chương trình: 1) Khai mạc", "an agenda"],
  ["theo quy định\n\n12 đơn vị", "another paragraph"],
  ["điện thoại: 0243 8234567", "a telephone number"],
  ["công văn 0912345678", "more digits than a number has"],
  ["số 1900 6192", "a telephone number with số"],
  ["Điều 5", "an article"],
  ["khoản 2 Điều 5", "a clause of an article"],
  ["khóa XIII", "a term"],
  ["quý I-2022", "a quarter"],
  ["Chương II", "a chapter"],
  ["đảng viên 213", "those whom a regulation concerns, not the regulation"],
  ["4263", "a number alone"],
  ["số 10 Nguyễn Cảnh Chân", "a street number"],
  ["HĐ 33", "HĐ is not HD"],
  ["33-HĐ/BTCTW", "HĐ is not HD, in full"],
  ["da 5 năm", "DA is not ĐA"],
  ["da 3 thang", "đã, typed without diacritics"],
  ["dang vien da 30 tuoi", "đã before a number"],
  ["Nghị quyết Trung ương 4 khóa XII", "a plenum has no number in the series"],
  ["Nghị quyết Đại hội XIII", "a congress"],
  ["Chí thị số 10", "a wrong mark, and no symbol that proves the kind"],
  ["quỷ định 213", "another word"],
  ["Luật Đất đai 2013", "a law by its title"],
  ["Luật số 5", "a law without year and term"],
  ["Phương án 2", "an option"],
  ["phương án số 2", "the second option"],
  ["dự án 500 tỷ", "a project of that price"],
  ["Quy hoạch 2021-2030", "a plan by its years"],
  ["12-CL/lớp", "letters of something else"],
  ["10-CT", "a symbol alone, which may be a place's"],
  ["nhiệm kỳ 2020-2025", "a term"],
  ["Kế hoạch 5 năm 2021-2025", "a plan for five years, and which"],
  ["Ban Chỉ đạo 33", "a task body by its number"],
  ["2. Kết luận", "a heading"],
  ["2. Kết luận\n3. Kiến nghị", "a heading above another"],
  ["II. Kết luận\n1. Ưu điểm", "a heading above a paragraph"],
  ["Đề án 2 năm", "a duration"],
  ["chương trình 19h30", "a time"],
  ["chương trình 19:30", "a time with a colon"],
  ["kế hoạch 500 triệu đồng", "money, of three digits"],
  ["kế hoạch 2,5 tỷ", "money with a decimal"],
  ["Kế hoạch 12,5", "a decimal behind a name"],
  ["kết luận 18,19", "a decimal, as far as anything shows"],
  ["kết luận 3 sai phạm", "a digit before a noun"],
  ["quy định từ 5 đến 10 người", "an amount from and to"],
  ["kế hoạch 5 đến 10 tỷ", "an amount, without từ"],
  ["hướng dẫn 1900 6192", "a telephone number"],
  ["Thông báo 024 3823 4567", "a telephone number in groups"],
  ["theo quy định 24/7", "a rhythm"],
  ["đa số 30 đảng viên", "đa is not ĐA"],
  ["sở 213", "an office, not số"],
  ["xe B-52", "a name"],
  ["the plan 9 from outer space", "a digit before a word, in English"],
  ["HĐ-33", "a contract"],
  ["số 33/HĐ-LĐ", "a contract by its number"],
  ["Covid-19", "a name with a number"],
  ["TCVN ISO 9001", "a standard"],
  ["Nghị quyết 30a", "a letter is part of that number"],
  ["kế hoạch 5G", "a technology"],
  ["Kế hoạch 10/2024", "a month"],
  ["", "nothing"],
];

describe("findReferences finds", () => {
  it.each(written)("%j → %j: %s", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("findReferences passes over", () => {
  it.each(unwritten)("%j: %s", (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe("a found reference", () => {
  it("spans kind and number, not what follows", () => {
    const text = "Theo Quy định số 213-QĐ/TW, ngày 02/01/2020.";
    expect(findReferences(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["Quy định số 213-QĐ/TW"]);
  });

  it("does not span what is counted behind a list", () => {
    const text = "Nghị quyết 18, 5 năm qua";
    expect(findReferences(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["Nghị quyết 18"]);
  });

  it("shares its span with the others of its list", () => {
    const spans = findReferences("Nghị quyết 18 và 19").map(({ span }) => span);
    expect(spans).toEqual([
      { start: 0, end: 19 },
      { start: 0, end: 19 },
    ]);
  });

  it("spans the words between kind and number", () => {
    const text = "Theo Quyết định của Bộ Chính trị số 31-QĐ/TW thì";
    const [found] = findReferences(text);
    expect(text.slice(found?.span.start, found?.span.end)).toBe("Quyết định của Bộ Chính trị số 31-QĐ/TW");
  });

  it("that carries on the kind of a list spans its own number", () => {
    const text = "Quy định số 105-QĐ/TW, số 106-QĐ/TW";
    expect(findReferences(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "Quy định số 105-QĐ/TW",
      "số 106-QĐ/TW",
    ]);
  });

  it("stands in reading order, by number or by name", () => {
    const found = findReferences("Điều 9 Điều lệ Đảng, Quy định 24, Nghị quyết Trung ương 4 khóa XII và Kết luận 21");
    expect(found.map(({ reference }) => reference.name ?? reference.serial)).toEqual([
      "Điều lệ Đảng",
      "24",
      "Hội nghị Trung ương 4 khóa XII",
      "21",
    ]);
  });

  it("by number takes the meeting in, and is not found again by name", () => {
    const found = findReferences("Nghị quyết Trung ương 6 khóa XII (số 18-NQ/TW)");
    expect(found.map(({ reference }) => [reference.number, reference.name])).toEqual([
      ["18-NQ/TW", "Hội nghị Trung ương 6 khóa XII"],
    ]);
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ...(
      "Quy định|quy dinh|QĐ|qd|Kết luận|NQ|số|so|từ|đến|:|-|–|/|.|,| |\n|213|05|2020|1011|l14|2O5|TW|TƯ|T.Ư|QĐ/TW|QH15|và|and|năm|" +
      "ngày|02/01/2020|của|Bộ Chính trị|Tỉnh ủy|Hà Tĩnh|về|“|”|(|)|No.|đ|Ð|😀|%|Luật|Hội nghị|Trung ương 4|khóa XII|XI|Đại hội|" +
      "Đảng bộ|lần thứ|Điều lệ Đảng|thi hành|ban hành|đã|;|thực hiện|một số vấn đề về|sửa đổi|khoản 2 Điều 9"
    ).split("|"),
  );
  const likely = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 });
  const texts = likely.chain((pieces) => fc.constantFrom(pieces.join(""), pieces.join(" "))).map(normalise);

  it("spans lie in the text, in order, and hold the digits of the serial", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findReferences(text);
        for (const [at, { reference, span }] of found.entries()) {
          const before = found[at - 1]?.span ?? { start: 0, end: 0 };
          expect(span.start === before.start ? span.end : span.start).toBeGreaterThanOrEqual(before.end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          const digits = reference.serial.replaceAll("1", "[1lIi]").replaceAll("0", "[0oO]");
          expect(text.slice(span.start, span.end)).toMatch(new RegExp(`(?<!\\d)[0oO]*${digits}(?!\\d)`));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("an extent lies in the text, and covers its span", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, extent } of findReferences(text)) {
          expect(extent.start).toBeGreaterThanOrEqual(0);
          expect(extent.start).toBeLessThanOrEqual(span.start);
          expect(extent.end).toBeGreaterThanOrEqual(span.end);
          expect(extent.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a named document has no number, and one or the other says which it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { reference } of findReferences(text)) {
          expect(reference.serial === "").toBe(/^\D*$/.test(reference.serial));
          expect(reference.serial !== "" || reference.name !== null).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a number that is read is found again in its canonical spelling", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { reference } of findReferences(text)) {
          if (reference.number) expect(findReferences(reference.number)[0]?.reference.number).toBe(reference.number);
        }
      }),
      { numRuns: 500 },
    );
  });

  // What is found at a place depends on no more than its neighbourhood, so a text costs what its parts cost.
  it("texts far apart are read as each by itself", () => {
    const filler = `\n\n${"Chi bộ họp đều. ".repeat(60)}\n\n`;
    const shapeOf = (text: string, from: number) =>
      findReferences(text).map(({ reference, span, extent }) => ({
        ...reference,
        span: [span.start - from, span.end - from],
        extent: [extent.start - from, extent.end - from],
      }));
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        // Marks around it decide whether a text was typed without any.
        const [a, b] = [`đ. ${first}`, `đ. ${second}`];
        const joined = a + filler + b;
        const from = a.length + filler.length;
        const apart = [...shapeOf(a + filler, 0), ...shapeOf(filler + b, filler.length)];
        const together = shapeOf(joined, 0).map((shape) => {
          const isSecond = (shape.span[0] ?? 0) >= from;
          const moved = (place: number[]) => (isSecond ? place.map((offset) => offset - from) : place);
          return { ...shape, span: moved(shape.span), extent: moved(shape.extent) };
        });
        expect(together).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });

  it("no pattern repeats without bound", () => {
    const all = Object.entries(patterns).filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp);
    expect(all.length).toBeGreaterThan(8);
    for (const [name, { source }] of all) {
      const bare = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
      expect(bare.match(/[*+]|\{\d+,\}/g), name).toBeNull();
    }
  });

  const hostile: readonly (readonly [what: string, text: string])[] = [
    ["spaces behind a kind", `quy định${" ".repeat(100_000)}x`],
    ["spaces behind số", `số${" ".repeat(100_000)}x`],
    ["spaces in a kind", `quy${" ".repeat(100_000)}định 213`],
    ["spaces behind a number", `quy định 213${" ".repeat(100_000)}x`],
    ["spaces in the tail", `213-${" ".repeat(100_000)}QĐ/TW`],
    ["line ends behind a kind", `quy định${"\n".repeat(100_000)}`],
    ["kinds without a number", "quy định ".repeat(11_000)],
    ["số without a number", "số ".repeat(33_000)],
    ["numbers alone", "213 ".repeat(25_000)],
    ["digits", "2".repeat(100_000)],
    ["a list", "1, ".repeat(33_000)],
    ["a list that ends badly", `quy định ${"1, ".repeat(33_000)}1a`],
    ["a list with its symbol", `quy định ${"1 và ".repeat(20_000)}1-QĐ/TW`],
    ["dashes", `213${"-".repeat(100_000)}`],
    ["dashes and spaces", `213${" - ".repeat(33_000)}`],
    ["tails without a number", "-QĐ/TW".repeat(16_000)],
    ["dates", "213-QĐ/TW, ngày ".repeat(6_000)],
    ["titles", `213-QĐ/TW về ${"a ".repeat(50_000)}`],
    ["titles again and again", "213-QĐ/TW về công tác, ".repeat(4_000)],
    ["titles that never end", "Quy định về ".repeat(8_000)],
    ["brackets", "213-QĐ/TW (".repeat(9_000)],
    ["quotation marks", "213-QĐ/TW “".repeat(9_000)],
    ["plenums without a term", "Nghị quyết Trung ương 4, ".repeat(4_000)],
    ["a list of plenums", `Nghị quyết Trung ương 4${", 5".repeat(33_000)} khóa XII`],
    ["congresses without an ordinal", "Nghị quyết Đại hội Đảng bộ ".repeat(4_000)],
    ["kinds one after the other", "nghị quyết, kết luận, ".repeat(4_500)],
    ["issuers without an end", `213-QĐ/TW của ${"Đảng ủy Bộ ".repeat(9_000)}`],
    ["misread digits", "l1O".repeat(33_000)],
    ["verbs of issuing", "Bộ Chính trị ban hành ".repeat(5_000)],
    ["adverbs before a verb", `Bộ Chính trị${" kịp thời".repeat(11_000)} ban hành Quy định 213`],
    ["objects of one verb", `Bộ Chính trị ban hành ${"Quy định số 213-QĐ/TW; ".repeat(4_500)}`],
    ["kinds before an object", `Bộ Chính trị ban hành ${"các quy định, ".repeat(7_000)}Quy định 213`],
    [
      "a list that shares its issuer",
      `${"Quy định số 213-QĐ/TW, ".repeat(4_500)}Quy định số 76-QĐ/TW của Bộ Chính trị`,
    ],
    ["documents within titles", "Kế hoạch số 10-KH/TU về thực hiện ".repeat(3_000)],
    ["titles within titles", "Kế hoạch số 10-KH/TU về thực hiện Quy định số 213-QĐ/TW của Bộ Chính trị ".repeat(1_400)],
    ["quotation marks within titles", `Kế hoạch số 10-KH/TU về mô hình ${"“tốt”, ".repeat(14_000)}`],
    ["the charter", "sửa đổi, bổ sung Điều lệ Đảng, ".repeat(3_300)],
    ["one letter", "q".repeat(100_000)],
    ["marks", "\u0301".repeat(100_000)],
  ];

  it.each(hostile)("ends soon on 100 kB of %s", (_what, text) => {
    expect(findReferences(normalise(text))).toBeInstanceOf(Array);
  });
});
