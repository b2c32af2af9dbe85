import { describe, expect, it } from "vitest";
import { followUp, type NamedTopic } from "../../src/answer/follow-up/follow-up.ts";
import { OPEN } from "../../src/core/reference.ts";
import { createQueryReader } from "../../src/search/query.ts";

/** Of a library that is empty: nothing but the question itself tells. */
const read = createQueryReader({
  findByNumber: async () => ({ held: [], mentions: [] }),
  frequencies: async () => new Map(),
});

function documentOf(kind: string, number: string, called: string): NamedTopic {
  const [, serial = "", symbol = null, suffix = null] = /^(\d+)-(.+)\/(.+)$/.exec(number) ?? [];
  return { id: number, called, reference: { ...OPEN, kind, number, serial, symbol, suffix } };
}

const NAME = "Quy định 205-QĐ/TW ngày 23/09/2019";
const regulation = documentOf("Quy định", "205-QĐ/TW", NAME);
const replacement = documentOf("Quy định", "399-QĐ/TW", "Quy định 399-QĐ/TW");
const resolution = documentOf("Nghị quyết", "18-NQ/TW", "Nghị quyết 18-NQ/TW");

/** `@` stands for the document's name. */
async function readAfter(
  question: string,
  { before = "QĐ 205 quy định gì đối với đảng viên?", documents = [regulation] as readonly NamedTopic[] } = {},
): Promise<string | null> {
  const found = followUp(await read(question), { questions: [before] }, documents);
  if (!found) return null;
  return "question" in found
    ? found.question.replace(NAME, "@")
    : found.choices.map((choice) => choice.question.replace(NAME, "@")).join(" | ");
}

describe("a question after one about a regulation", () => {
  it.each<[question: string, meaning: string]>([
    // Nothing but what is asked of a document.
    ["ban hành ngày nào?", "@ ban hành ngày nào?"],
    ["Ban hành ngày nào?", "@ ban hành ngày nào?"],
    ["ngày ban hành?", "@: ngày ban hành?"],
    ["cho tôi biết ngày ban hành", "@: cho tôi biết ngày ban hành"],
    ["ban hành năm nào ạ?", "@ ban hành năm nào ạ?"],
    ["ai ký?", "@: ai ký?"],
    ["Ai là người ký?", "@: Ai là người ký?"],
    ["do ai ban hành?", "@ do ai ban hành?"],
    ["cơ quan nào ban hành?", "@: cơ quan nào ban hành?"],
    ["còn hiệu lực không?", "@ còn hiệu lực không?"],
    ["Còn hiệu lực hay đã hết?", "@ còn hiệu lực hay đã hết?"],
    ["hiệu lực từ ngày nào?", "@: hiệu lực từ ngày nào?"],
    ["bao giờ hết hiệu lực?", "@: bao giờ hết hiệu lực?"],
    ["đã bị thay thế chưa?", "@ đã bị thay thế chưa?"],
    ["văn bản nào thay thế?", "@: văn bản nào thay thế?"],
    ["có văn bản hướng dẫn chưa?", "@ có văn bản hướng dẫn chưa?"],
    ["số hiệu là gì?", "@: số hiệu là gì?"],
    ["tên đầy đủ là gì?", "@: tên đầy đủ là gì?"],
    ["nội dung chính là gì?", "@: nội dung chính là gì?"],
    ["về việc gì vậy?", "@: về việc gì vậy?"],
    ["nói gì?", "@ nói gì?"],
    ["áp dụng cho ai?", "@ áp dụng cho ai?"],
    ["đối tượng áp dụng?", "@: đối tượng áp dụng?"],
    ["gồm mấy chương?", "@ gồm mấy chương?"],
    ["Điều 5 quy định gì?", "@: Điều 5 quy định gì?"],
    ["khoản 2 điều 3 nói gì?", "@: khoản 2 điều 3 nói gì?"],
    ["thế ai ký?", "@: ai ký?"],
    ["vậy ban hành khi nào?", "@ ban hành khi nào?"],
    // A word that refers back.
    ["văn bản đó còn hiệu lực không?", "@ còn hiệu lực không?"],
    ["văn bản này do ai ban hành?", "@ do ai ban hành?"],
    ["Văn bản vừa nêu thay thế văn bản nào?", "@ thay thế văn bản nào?"],
    ["Quy định trên gồm mấy điều?", "@ gồm mấy điều?"],
    ["quy định nêu trên có hiệu lực từ khi nào?", "@ có hiệu lực từ khi nào?"],
    ["Trách nhiệm của cấp uỷ theo quy định này là gì?", "Trách nhiệm của cấp uỷ theo @ là gì?"],
    ["nó còn hiệu lực không?", "@ còn hiệu lực không?"],
    ["ai ký nó?", "Ai ký @?"],
    ["đó là văn bản của ai?", "@ là văn bản của ai?"],
    ["trong đó quy định gì về cấp ủy?", "@ quy định gì về cấp ủy?"],
    ["trường hợp đó xử lý thế nào?", "@: trường hợp đó xử lý thế nào?"],
    // The question before with other words in it.
    ["còn đối với cấp ủy thì sao?", "@ quy định gì đối với cấp ủy?"],
    ["đối với cấp ủy thì sao?", "@ quy định gì đối với cấp ủy?"],
    ["thế còn đảng viên dự bị?", "@ quy định gì đối với đảng viên dự bị?"],
    ["còn đảng viên dự bị thì sao ạ?", "@ quy định gì đối với đảng viên dự bị?"],
    ["còn trách nhiệm của chi bộ thì sao?", "@ quy định thế nào về trách nhiệm của chi bộ?"],
    ["còn QĐ 213 thì sao?", "QĐ 213 quy định gì đối với đảng viên?"],
    ["thế còn Kết luận 28?", "Kết luận 28 quy định gì đối với đảng viên?"],
    ["Kết luận 28 thì sao", "Kết luận 28 quy định gì đối với đảng viên?"],
    ["còn 335 thì sao?", "Quy định 335 quy định gì đối với đảng viên?"],
    ["the con 680", "Quy định 680 quy định gì đối với đảng viên?"],
    // Without diacritics; an empty library can restore only how people ask.
    ["ban hanh ngay nao", "@ ban hành ngày nào"],
    ["ai ky", "@: ai ký"],
    ["so hieu la gi", "@: số hiệu là gì"],
    ["con cap uy thi sao", "@ quy định gì đối với cấp ủy?"],
    ["van ban nay do ai ban hanh", "@ do ai ban hành"],
    ["dieu 5 quy dinh gi", "@: điều 5 quy định gì"],
    ["van ban nao thay the", "@: văn bản nào thay thế"],
    ["quy dinh tren gom may dieu", "@ gồm mấy điều"],
    // English.
    ["when was it issued?", "When was @ issued?"],
    ["and in English: when was it issued?", "When was @ issued?"],
    ["is it still in force?", "Is @ still in force?"],
    ["who signed it?", "Who signed @?"],
    ["Who signed?", "@: Who signed?"],
    ["date of issue?", "@: date of issue?"],
    ["Has it been replaced?", "Has @ been replaced?"],
    ["what does it say about party committees?", "What does @ say about party committees?"],
    ["does that regulation apply to probationary members?", "Does @ apply to probationary members?"],
    ["Is this document still valid?", "Is @ still valid?"],
    ["who issued the regulation?", "Who issued @?"],
    ["what's its scope?", "@: what's its scope?"],
    ["How many articles does it have?", "How many articles does @ have?"],
    ["what about party committees?", "What does @ say about party committees?"],
  ])("goes on: %s", async (question, meaning) => {
    expect(await readAfter(question)).toBe(meaning);
  });

  it.each<[question: string, reason: string]>([
    ["mức đóng đảng phí là bao nhiêu?", "another subject"],
    ["còn mức đóng đảng phí là bao nhiêu?", "a whole question behind còn"],
    ["vậy mức đóng đảng phí là bao nhiêu?", "a whole question behind vậy"],
    ["Còn đảng viên được miễn sinh hoạt thì có phải đóng đảng phí không?", "a whole question behind còn"],
    ["Thế đảng viên hưu trí đóng đảng phí bao nhiêu?", "a whole question behind thế"],
    ["Hà Tĩnh kết nạp bao nhiêu đảng viên?", "another subject"],
    ["Ai là bí thư Tỉnh ủy Hà Tĩnh?", "another subject"],
    ["Ai ký giấy giới thiệu sinh hoạt đảng?", "signs something else"],
    ["Ai có thẩm quyền kết nạp đảng viên?", "another subject"],
    ["Trách nhiệm của cấp ủy là gì?", "a question of its own"],
    ["Ngày thành lập Đảng là ngày nào?", "a date of something else"],
    ["nội dung sinh hoạt chi bộ là gì?", "contents of something else"],
    ["áp dụng kỷ luật khai trừ khi nào?", "applies something else"],
    ["QĐ 213 ban hành ngày nào?", "names its own document"],
    ["Điều 5 Điều lệ Đảng nói gì?", "names its own document"],
    ["Nghị quyết đó ban hành ngày nào?", "another kind of document"],
    ["Kế hoạch này do ai ký?", "another kind of document"],
    ["Quy định về đảng phí là gì và quy định đó còn hiệu lực không?", "means its own"],
    ["Tổ chức đảng quản lý đảng viên vi phạm xử lý đảng viên đó thế nào?", "means its own"],
    ["hai văn bản đó khác nhau thế nào?", "only one was spoken of"],
    ["Văn bản nào còn hiệu lực?", "asks for documents"],
    ["Có bao nhiêu văn bản còn hiệu lực?", "asks for documents"],
    ["những văn bản nào đã hết hiệu lực?", "asks for documents"],
    ["Quy định nào về đảng phí còn hiệu lực?", "asks for documents"],
    ["Bộ Chính trị ban hành bao nhiêu quy định?", "asks for documents"],
    ["Văn bản do Bộ Chính trị ban hành gồm những loại nào?", "documents of somebody"],
    ["Ban hành văn bản là gì?", "asks for a meaning"],
    ["Thế nào là đảng viên 213?", "begins with thế nào"],
    ["Nhiệm kỳ này có mấy ủy viên?", "now, not before"],
    ["Trong năm đó Hà Tĩnh làm được gì?", "a time"],
    ["Từ đó đến nay có bao nhiêu đảng viên?", "a time"],
    ["Sau đó đảng viên phải làm gì?", "a turn of phrase"],
    ["Quy định trên địa bàn tỉnh về nơi cư trú là gì?", "trên is a preposition"],
    ["Còn tồn tại, hạn chế gì trong công tác kiểm tra?", "còn is a verb"],
    ["Còn bao nhiêu chi bộ chưa có chi ủy?", "còn is a verb"],
    ["Nếu đảng viên vi phạm quy định về kết hôn thì sao?", "a question of its own"],
    ["cảm ơn", "no question"],
    ["", "nothing"],
    ["???", "nothing"],
    ["muc dong dang phi la bao nhieu", "another subject"],
    ["van ban do Bo Chinh tri ban hanh gom nhung loai nao", "do is a preposition"],
    ["ai ky giay gioi thieu sinh hoat dang", "signs something else"],
    ["the dang vien duoc cap khi nao", "the is thẻ"],
    ["no luc cua cap uy la gi", "no is nỗ"],
    ["con bao nhieu chi bo chua co chi uy", "con is a verb"],
    ["con dang vien duoc mien sinh hoat thi co phai dong dang phi khong", "a whole question"],
    ["How much is the party fee?", "another subject"],
    ["And how much is the fee?", "a whole question behind and"],
    ["Is it true that members must pay fees?", "it means nothing"],
    ["How long does it take to join the party?", "it means nothing"],
    ["When the congress meets, who convenes it?", "it is the congress"],
    ["Can a member keep it secret?", "it is something else"],
    ["When a member moves, who keeps its file?", "its is the member's"],
    ["When was the Party founded?", "a date of something else"],
    ["Which documents are still in force?", "asks for documents"],
    ["Does the resolution on staffing apply to schools?", "says which resolution"],
    ["Does the report on staffing apply to schools?", "says which report"],
    ["What does Regulation 213 require?", "names its own document"],
  ])("stands by itself: %s (%s)", async (question) => {
    expect(await readAfter(question)).toBeNull();
  });
});

describe("a question that takes up the one before", () => {
  it.each<[before: string, question: string, meaning: string | null]>([
    ["Năm 2021 Hà Tĩnh kết nạp bao nhiêu đảng viên?", "còn năm 2022?", "Năm 2022 Hà Tĩnh kết nạp bao nhiêu đảng viên?"],
    [
      "Năm 2021 Hà Tĩnh kết nạp bao nhiêu đảng viên?",
      "còn Nghệ An thì sao?",
      "Năm 2021 Nghệ An kết nạp bao nhiêu đảng viên?",
    ],
    ["How many members did Hà Tĩnh admit in 2021?", "and in 2022?", "How many members did Hà Tĩnh admit in 2022?"],
    [
      "Đánh giá cán bộ đối với cấp huyện thế nào?",
      "còn đối với cấp xã thì sao?",
      "Đánh giá cán bộ đối với cấp xã thế nào?",
    ],
    ["Từ năm 2015 đến năm 2020 có bao nhiêu đảng viên?", "còn năm 2022?", null],
    ["Hà Tĩnh và Nghệ An có bao nhiêu đảng viên?", "còn Quảng Bình?", null],
    ["Chi bộ họp mấy lần?", "còn cấp ủy thì sao?", null],
  ])("%s – %s", async (before, question, meaning) => {
    expect(await readAfter(question, { before, documents: [] })).toBe(meaning);
  });
});

describe("after a question about several documents", () => {
  const documents = [regulation, replacement, resolution];

  it("asks back which is meant", async () => {
    expect(await readAfter("ai ký?", { documents })).toBe(
      "@: ai ký? | Quy định 399-QĐ/TW: ai ký? | Nghị quyết 18-NQ/TW: ai ký?",
    );
  });

  it("goes by the kind where a word says it", async () => {
    expect(await readAfter("nghị quyết đó còn hiệu lực không?", { documents })).toBe(
      "Nghị quyết 18-NQ/TW còn hiệu lực không?",
    );
    expect(await readAfter("quy định này ai ký?", { documents })).toBe("@ ai ký? | Quy định 399-QĐ/TW ai ký?");
  });

  it.each<[question: string, meaning: string]>([
    ["hai quy định đó khác nhau thế nào?", "@ và Quy định 399-QĐ/TW khác nhau thế nào?"],
    ["các văn bản đó còn hiệu lực không?", "@ và Quy định 399-QĐ/TW và Nghị quyết 18-NQ/TW còn hiệu lực không?"],
    ["Are these regulations still in force?", "Are @ and Quy định 399-QĐ/TW still in force?"],
  ])("takes all of them where several are meant: %s", async (question, meaning) => {
    expect(await readAfter(question, { documents })).toBe(meaning);
  });

  it("has nothing to go on with where none was spoken of", async () => {
    expect(await readAfter("ai ký?", { documents: [] })).toBeNull();
  });
});
