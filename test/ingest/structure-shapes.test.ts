import { expect, it } from "vitest";
import { split } from "../../ingest/split.ts";
import { structure } from "../../ingest/structure.ts";
import { readDirective30 } from "../fakes/directive-30.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";

/** A document as rows `path | line`; a row of `=` goes on with the paragraph above, and an empty row is a blank line. */
const SHAPES: Readonly<Record<string, string>> = {
  "a Nghị quyết with I-, 1., (1) and a)": `
 | TỈNH ỦY SÔNG LAM
 | Số 12-NQ/TU
 | Sông Lam, ngày 05 tháng 5 năm 2023
 | NGHỊ QUYẾT
 | về phát triển tổ chức đảng trong các hợp tác xã

I | I- TÌNH HÌNH VÀ NGUYÊN NHÂN
I › 1 | 1. Tình hình
I › 1 | Trong ba năm qua, số hợp tác xã có chi bộ tăng từ 12 lên 31.
I › 1 | Tuy vậy, nhiều nơi sinh hoạt còn hình thức.
I › 2 | 2. Nguyên nhân
I › 2 › (1) | (1) Nguyên nhân khách quan: địa bàn rộng, đi lại khó.
I › 2 › (2) | (2) Nguyên nhân chủ quan:
I › 2 › (2) › điểm a | a) Cấp ủy chưa sâu sát;
I › 2 › (2) › điểm b | b) Cán bộ kiêm nhiệm nhiều việc.
I › 2 › (3) | (3) Nguyên nhân khác:
I › 2 › (3) › điểm a | a) Thiếu kinh phí;
I › 2 › (3) › điểm b | b) Thiếu phòng họp.
II | II- MỤC TIÊU
II › 1 | 1. Đến năm 2025, mỗi hợp tác xã có ít nhất một đảng viên.
II › 2 | 2. Đến năm 2030:
II › 2 | - 80% hợp tác xã có chi bộ;
II › 2 | + riêng vùng cao là 60%;
II › 2 | - mọi chi bộ họp đủ 12 kỳ.
III | III- NHIỆM VỤ, GIẢI PHÁP
III | Cấp ủy các cấp tập trung vào những việc sau:
III › 1 | 1. Tuyên truyền trong xã viên.
III › 2 | 2. Bồi dưỡng nguồn kết nạp.
III › 3 | 3. Bố trí kinh phí theo Quy định số 15-QĐ/TU.
IV | IV- TỔ CHỨC THỰC HIỆN
IV › 1 | 1. Ban Tổ chức Tỉnh ủy theo dõi, đôn đốc.
IV › 2 | 2. Văn phòng Tỉnh ủy tổng hợp, báo cáo hằng năm.
IV | Nghị quyết này phổ biến đến chi bộ.

 | Nơi nhận:
 | - Các huyện ủy,
 | - Lưu Văn phòng.
 | T/M BAN CHẤP HÀNH
 | BÍ THƯ
 | Lê Văn Mẫu`,

  "a Quyết định with the Quy chế that it issues": `
 | ĐẢNG BỘ TỈNH SÔNG LAM
 | HUYỆN ỦY CỬA RÀO
 | Số 87-QĐ/HU
 | QUYẾT ĐỊNH
 | ban hành Quy chế phối hợp công tác
 | - Căn cứ Điều lệ Đảng;
 | - Xét đề nghị của Ban Tổ chức Huyện ủy,
 | BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH:
Điều 1 | Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp công tác.
Điều 2 | Điều 2. Quyết định có hiệu lực từ ngày ký, thay thế
Điều 2 | Quy chế ban hành kèm theo Quyết định số 11-QĐ/HU.
Điều 3 | Điều 3. Các chi bộ, đảng bộ trực thuộc chịu trách nhiệm thi hành.

 | Nơi nhận:
 | - Như Điều 3,
 | - Lưu.
 | T/M BAN THƯỜNG VỤ
 | BÍ THƯ
 | Trần Thị Mẫu
Quy chế | QUY CHẾ
Quy chế | PHỐI HỢP CÔNG TÁC GIỮA CÁC CHI BỘ
Quy chế | (ban hành kèm theo Quyết định số 87-QĐ/HU, ngày 02/3/2022)
Quy chế › Chương I | Chương I
Quy chế › Chương I | NHỮNG QUY ĐỊNH CHUNG
Quy chế › Chương I › Điều 1 | Điều 1
Quy chế › Chương I › Điều 1 | Phạm vi điều chỉnh
Quy chế › Chương I › Điều 1 | Quy chế này áp dụng cho các chi bộ trực thuộc Huyện ủy.
Quy chế › Chương I › Điều 2 | Điều 2
Quy chế › Chương I › Điều 2 | Nguyên tắc phối hợp
Quy chế › Chương I › Điều 2 › khoản 1 | 1. Chủ động, kịp thời.
Quy chế › Chương I › Điều 2 › khoản 2 | 2. Đúng thẩm quyền.
Quy chế › Chương I › Điều 2 › khoản 2 | Việc vượt thẩm quyền phải báo cáo cấp trên.
Quy chế › Chương II | Chương II
Quy chế › Chương II | NỘI DUNG
Quy chế › Chương II | PHỐI HỢP
Quy chế › Chương II › Mục 1 | Mục 1. Việc định kỳ
Quy chế › Chương II › Mục 1 › Điều 3 | Điều 3. Trao đổi thông tin
Quy chế › Chương II › Mục 1 › Điều 3 › khoản 1 | 1. Hằng tháng, chi bộ gửi:
Quy chế › Chương II › Mục 1 › Điều 3 › khoản 1 › điểm a | a) kế hoạch công tác;
Quy chế › Chương II › Mục 1 › Điều 3 › khoản 1 › điểm đ | đ) danh sách đảng viên.
Quy chế › Chương II › Mục 1 › Điều 3 › khoản 2 | 2. Hằng quý, hai bên họp một lần.
Quy chế › Chương II › Mục 2 | Mục 2. Việc đột xuất
Quy chế › Chương II › Mục 2 › Điều 4 | Điều 4. Xử lý tình huống
Quy chế › Chương II › Mục 2 › Điều 4 | Khoản 2 Điều 3 của Quy chế này không áp dụng khi có thiên tai.
Quy chế › Chương II › Mục 2 › Điều 4 | Điều 12 Quy định số 30-QĐ/TW được áp dụng tương tự.
Phụ lục I | PHỤ LỤC I
Phụ lục I | DANH SÁCH CHI BỘ
Phụ lục I › 1 | 1. Chi bộ Chợ Mới
Phụ lục I › 2 | 2. Chi bộ Bến Đò
Mẫu 1 | Mẫu 1: Phiếu trao đổi thông tin
Mẫu 1 | Họ và tên đảng viên:`,

  "Trap A, where Điều 1 is an article of the Charter": `
 | BAN CHẤP HÀNH TRUNG ƯƠNG
 | QUY ĐỊNH
 | thi hành một số nội dung của Điều lệ
 | Ban Chấp hành Trung ương quy định cụ thể như sau:
1 | 1- Điều 1 (Khoản 2): Độ tuổi của người xin vào tổ chức.
1 › 1.1 | 1.1- Về độ tuổi.
1 › 1.1 › 1.1.1 | 1.1.1- Người xin vào phải đủ tuổi tính theo tháng.
1 › 1.1 › 1.1.2 | 1.1.2- Trường hợp quá tuổi do cấp trên xem xét.
1 › 1.2 | 1.2- Về học vấn.
2 | 2- Điều 2: Nhiệm vụ của người được kết nạp.
2 › 2.1 | 2.1- Làm đúng Điều 5.
2 › 2.2 | 2.2- Giữ thẻ:
2 › 2.2 › điểm a | a) không cho mượn;
2 › 2.2 › điểm b | b) mất thì báo ngay.
3 | 3- Điều 3 (Khoản 1, 3): Quyền được thông tin.
4 | 4- Điều 4, Điều 5: Thủ tục xét kết nạp.
4 › 4.1 | 4.1- Người giới thiệu.
4 › 4.1 | Người giới thiệu phải công tác cùng nơi.
5 | 5- Điều 9: Nguyên tắc tổ chức.
5 › 9.3 | 9.3- Biểu quyết:
5 › 9.3 › 9.3.1 | 9.3.1- Bằng thẻ.
5 › 9.3 › 9.3.2 | 9.3.2- Bằng phiếu kín.`,

  "Trap B, laid out by the articles of another text and quoting them": `
 | BAN CHẤP HÀNH TRUNG ƯƠNG
 | ỦY BAN KIỂM TRA
 | HƯỚNG DẪN
 | thực hiện một số điều của Quy định số 77-QĐi/TW, ngày 28/8/2018 về xử lý vi phạm
 | - Căn cứ Quy định số 77-QĐi/TW,
 | Ủy ban Kiểm tra hướng dẫn như sau:
về Điều 2 | Điều 2. Giải thích từ ngữ
về Điều 2 › khoản 11 | * Khoản 11
về Điều 2 › khoản 11 | “Thời hiệu là thời hạn mà khi hết thì không xử lý nữa.”
về Điều 2 › khoản 11 | Vi phạm lúc nào cũng phải được xem xét, kết luận.
về Điều 2 › khoản 11 | - Căn cứ kết quả để quyết định.
về Điều 3 | Điều 3. Nguyên tắc xử lý
về Điều 3 › khoản 6 | * Khoản 6
về Điều 3 › khoản 6 | “6. Xem xét tổ chức phải gắn với cá nhân.
về Điều 3 › khoản 6 | a) Xem xét người đứng đầu;
về Điều 3 › khoản 6 | Điều 9. Cách thức xem xét được thực hiện theo quy trình.”
về Điều 3 › khoản 6 | Trường hợp có nhiều người thì xem xét từng người.
về Điều 7 | Điều 7. Vi phạm trong lãnh đạo
về Điều 7 › khoản 1 | * Khoản 1
về Điều 7 › khoản 1 | Việc này áp dụng với cả người đã chuyển công tác.
về Điều 7 › khoản 2 | * Khoản 2
về Điều 7 › khoản 2 › điểm a | a) Gây hậu quả ít nghiêm trọng là hậu quả trong phạm vi chi bộ.
về Điều 7 › khoản 2 › điểm b | b) Gây hậu quả nghiêm trọng là hậu quả trong phạm vi đảng bộ.`,

  "Trap B in a text with numbers of its own, quoting with and without marks": `
 | HƯỚNG DẪN
 | giải thích Quy chế làm việc
I | I- NHỮNG VẤN ĐỀ CHUNG
I › 1 | 1. Về Điều 3, Quy chế nêu:
I › 1 › về Điều 3 | Điều 3. Nguyên tắc làm việc
I › 1 › về Điều 3 › khoản 1 | 1. Tập thể lãnh đạo.
I › 1 › về Điều 3 › khoản 2 | 2. Cá nhân phụ trách.
I › 2 | 2. Về Điều 5, Quy chế nêu:
I › 2 | “Điều 5. Chế độ họp
I › 2 | 1. Họp tháng.
I › 2 | 2. Họp quý.”
I › 2 | Họp tháng là họp vào tuần đầu của tháng.
I › 3 | 3. Điểm a khoản 1 Điều 7: “a) Báo cáo bằng văn bản;
I › 3 | b) Báo cáo miệng.”
I › 3 | Báo cáo miệng chỉ dùng khi khẩn cấp.
II | II- TỔ CHỨC THỰC HIỆN
II › 1 | 1. Văn phòng theo dõi.
II › 2 | 2. Hướng dẫn có hiệu lực từ ngày ký.`,

  "a Kết luận with dashes": `
 | BAN THƯỜNG VỤ
 | KẾT LUẬN
 | về công tác phát triển đảng viên
 | Ban Thường vụ thống nhất kết luận:
1 | 1. Về kết quả:
1 | - Số đảng viên mới tăng 12%.
1 | - Chất lượng sinh hoạt khá hơn.
1 | Một số nơi làm tốt là:
1 | + Chi bộ Chợ Mới;
1 | + Chi bộ Bến Đò.
2 | 2. Về hạn chế, tồn tại
2 | – Còn 05 thôn chưa có đảng viên.
2 | – Việc bồi dưỡng còn chậm.
3 | 3. Nhiệm vụ thời gian tới
3 | • Rà soát nguồn.
3 | • Mở lớp bồi dưỡng.
3 | • Phân công người giúp đỡ.
3 | Giao Ban Tổ chức theo dõi, báo cáo.`,

  "a Báo cáo with Thứ nhất, Một là and numbers below them": `
 | BÁO CÁO
 | Kết quả công tác năm 2022
 | Phần thứ nhất là kết quả, phần thứ hai là phương hướng.
Phần thứ nhất | Phần thứ nhất
Phần thứ nhất | KẾT QUẢ ĐẠT ĐƯỢC
Phần thứ nhất › A | A- CÔNG TÁC CHÍNH TRỊ, TƯ TƯỞNG
Phần thứ nhất › A › I | I. Tuyên truyền
Phần thứ nhất › A › I | Đã mở 12 lớp.
Phần thứ nhất › A › II | II. Dư luận xã hội
Phần thứ nhất › A › II | Đã nắm 40 cuộc.
Phần thứ nhất › B | B- CÔNG TÁC TỔ CHỨC, CÁN BỘ
Phần thứ nhất › B | Thứ Ba, 03/12/2022, Ban Thường vụ đã họp đánh giá.
Phần thứ nhất › B › Thứ nhất | Thứ nhất, về tổ chức đảng:
Phần thứ nhất › B › Thứ nhất › 1 | 1. Lập mới 02 chi bộ.
Phần thứ nhất › B › Thứ nhất › 2 | 2. Giải thể 01 chi bộ.
Phần thứ nhất › B › Thứ hai | Thứ hai, về đảng viên:
Phần thứ nhất › B › Thứ hai › 1 | 1. Kết nạp 35 người.
Phần thứ nhất › B › Thứ hai › 2 | 2. Chuyển chính thức 28 người.
Phần thứ nhất › B › Thứ ba | Thứ ba, về cán bộ:
Phần thứ nhất › B › Thứ ba › 1 | 1. Bổ nhiệm 04 người.
Phần thứ hai | Phần thứ hai
Phần thứ hai | PHƯƠNG HƯỚNG
Phần thứ hai | Năm 2023 tập trung:
Phần thứ hai › Một là | Một là, học tập nghị quyết.
Phần thứ hai › Hai là | Hai là, nâng chất lượng sinh hoạt.
Phần thứ hai › Ba là | Ba là, kiểm tra, giám sát.
Phần thứ hai | Trên đây là báo cáo của Đảng ủy./.
 | TM. ĐẢNG ỦY
 | BÍ THƯ`,

  "a directive from a page with broken lines": `
 | QUY ĐỊNH
 | về quản lý thẻ đảng viên trong các chi bộ trực thuộc Đảng ủy Khối
Điều 1 | Điều 1. Phạm vi điều chỉnh
Điều 1 | Quy định này nêu rõ việc cấp, giữ và thu hồi thẻ đảng viên; trách nhiệm của
Điều 1 | = chi bộ, đảng ủy cơ sở trong quản lý thẻ, trừ các trường hợp đã nêu tại
Điều 1 | = Điều 5. Những trường hợp đó do Ban Tổ chức xem xét và quyết định theo
Điều 1 | = Điều 12 Quy định số 30-QĐ/TW của Ban Chấp hành Trung ương về kiểm tra.
Điều 2 | Điều 2. Trách nhiệm của chi bộ đối với đảng viên được cấp thẻ lần đầu trong năm
Điều 2 › khoản 1 | 1. Chi bộ kiểm tra thẻ mỗi năm một lần vào dịp sinh hoạt tháng cuối năm và
Điều 2 › khoản 1 | = báo cáo kết quả về đảng ủy cơ sở chậm nhất là ngày 15 tháng sau, kể cả khi
Điều 2 › khoản 1 | = không có vi phạm nào được phát hiện, theo biểu mẫu đã ban hành tại khoản
Điều 2 › khoản 1 | = 2. Biểu mẫu do Ban Tổ chức in.
Điều 2 › khoản 2 | 2. Chi bộ mời đảng viên đến nhận thẻ trong cuộc họp gần nhất, ghi vào sổ và
Điều 2 › khoản 2 | = lấy chữ ký; việc này thực hiện theo thời hạn nêu trong văn bản ban hành từ
Điều 2 › khoản 2 | = điểm a khoản 2 nêu trên.
Điều 2 › khoản 2 › điểm a | a) Thẻ cấp lần đầu được trao trong lễ kết nạp chính thức của chi bộ, có mặt
Điều 2 › khoản 2 › điểm a | = đại diện đảng ủy cơ sở và toàn thể đảng viên đang sinh hoạt tại chi bộ đó,
Điều 2 › khoản 2 › điểm a | = trừ người được miễn sinh hoạt.
Điều 2 › khoản 2 › điểm b | b) Thẻ cấp lại được trao tại trụ sở.
Điều 3 | Điều 3. Mất thẻ
Điều 3 | Người làm mất thẻ phải báo cáo bằng văn bản trong vòng ba mươi ngày, nêu rõ
Điều 3 | = lý do; chi bộ xem xét và đề nghị cấp lại nếu có lý do chính đáng, được đảng
Điều 3 | = ủy cơ sở xác nhận.
Điều 3 | Điều 1 của Quy định này không áp dụng với thẻ đã thu hồi.`,

  "a Kế hoạch of Phần, decimals and annexes, with annexes named in a list": `
 | KẾ HOẠCH
 | tổ chức đại hội chi bộ
I | I. MỤC ĐÍCH, YÊU CẦU
I › 1 | 1. Mục đích
I › 1 › 1.1 | 1.1 Đánh giá nhiệm kỳ.
I › 1 › 1.2 | 1.2 Bầu chi ủy mới.
I › 2 | 2. Yêu cầu
I › 2 › 2.1 | 2.1. Đúng Điều lệ.
I › 2 › 2.1 › 2.1.1 | 2.1.1. Không kéo dài.
I › 2 › 2.1 › 2.1.1 › điểm a | a. Không quá một ngày;
I › 2 › 2.1 › 2.1.1 › điểm b | b. Không quá hai phiên.
II | II. HỒ SƠ
II | Hồ sơ gồm có:
II | Mẫu 1: Biên bản đại hội
II | Mẫu 2: Phiếu bầu
II | Phụ lục I: Danh sách
III | III. TỔ CHỨC THỰC HIỆN
III › 1 | 1/ Đảng ủy chỉ đạo.
III › 2 | 2/ Chi bộ thực hiện.
Phụ lục I | PHỤ LỤC I
Phụ lục I | Danh sách chi bộ đại hội trước
Phụ lục I | TT | Tên chi bộ | Ngày
Phụ lục I | 1 | Chợ Mới | 15/3
Mẫu số 01 | MẪU SỐ 01
Mẫu số 01 | Biên bản đại hội
Mẫu số 01 › I | I. THÀNH PHẦN
Mẫu số 01 › II | II. NỘI DUNG`,

  "a guide made in Word, with a table of contents and letters without đ": `
 | HƯỚNG DẪN
 | nghiệp vụ công tác đảng viên
 | MỤC LỤC
 | Chương I. QUY ĐỊNH CHUNG ........ 1
 | Điều 1. Phạm vi ........ 1
 | Điều 2. Đối tượng ........ 2
 | Chương II. NGHIỆP VỤ ........ 3
 | Điều 3. Hồ sơ ........ 3
Chương I | Chương I. QUY ĐỊNH CHUNG
Chương I › Điều 1 | Điều 1. Phạm vi
Chương I › Điều 1 | Hướng dẫn này nêu việc của chi bộ.
Chương I › Điều 2 | Điều 2. Đối tượng
Chương I › Điều 2 › điểm a | a) Chi bộ thôn;
Chương I › Điều 2 › điểm b | b) Chi bộ cơ quan;
Chương I › Điều 2 › điểm c | c) Chi bộ trường học;
Chương I › Điều 2 › điểm d | d) Chi bộ bệnh viện;
Chương I › Điều 2 › điểm e | e) Chi bộ doanh nghiệp;
Chương I › Điều 2 › điểm f | f) Chi bộ hợp tác xã;
Chương I › Điều 2 › điểm g | g) Chi bộ khác.
Chương I › Điều 2a | Điều 2a. Đối tượng khác
Chương I › Điều 2a | Người nước ngoài không thuộc đối tượng.
Chương II | Chương II. NGHIỆP VỤ
Chương II › Điều 3 | Điều 3. Hồ sơ
Chương II › Điều 3 › khoản 1 | 1) Lý lịch:
Chương II › Điều 3 › khoản 1 › (i) | (i) bản khai;
Chương II › Điều 3 › khoản 1 › (ii) | (ii) bản thẩm tra.
Chương II › Điều 3 › khoản 1a | 1a) Ảnh màu.
Chương II › Điều 3 › khoản 2 | 2) Đơn xin vào Đảng.`,
};

interface Row {
  readonly path: string;
  readonly words: string;
}

function readShape(shape: string): { text: string; rows: Row[] } {
  const rows: { path: string; words: string }[] = [];
  const lines = shape
    .slice(1)
    .split("\n")
    .map((row) => {
      if (!row) return "";
      const [path = "", ...rest] = row.split(" | ");
      const line = rest.join(" | ");
      const last = rows.at(-1);
      if (last && line.startsWith("= ")) last.words += `\n${line.slice(2)}`;
      else rows.push({ path: path.trim(), words: line });
      return line.replace(/^= /, "");
    });
  return { text: lines.join("\n"), rows };
}

const directive = readDirective30();
const all: [string, { text: string; rows: Row[] }][] = [
  ...Object.entries(SHAPES).map(([name, shape]): [string, { text: string; rows: Row[] }] => [name, readShape(shape)]),
  [
    "a directive of 30 Điều",
    { text: directive.text, rows: directive.lines.map(({ path, line }) => ({ path: path.join(" › "), words: line })) },
  ],
];

it.each(all)("gives every paragraph its place in %s", (_, { text, rows }) => {
  const found = structure(text, []).map(
    ({ span, path }) => `${path.join(" › ")} | ${text.slice(span.start, span.end)}`,
  );
  expect(found).toEqual(rows.map(({ path, words }) => `${path} | ${words}`));
});

it.each(all)("gives every passage the place that is common to what it says in %s", async (_, { text, rows }) => {
  const { countTokens } = createFakeEmbedder();
  const pieces = await split(text, [], countTokens, { maxTokens: 64, unitTokens: 32, overlapTokens: 0 });
  for (const { path, span } of pieces) {
    const said = rowsIn(text, rows, span).map((row): readonly string[] => (row.path ? row.path.split(" › ") : []));
    // A title may be left out of account where what it is the title of stands below it.
    const own = said.filter((row, at) => !isAbove(row, said.slice(at)));
    expect([said.reduce(shared), own.reduce(shared)]).toContainEqual(path);
  }
});

function rowsIn(text: string, rows: readonly Row[], span: { readonly start: number; readonly end: number }): Row[] {
  let from = 0;
  return rows.filter(({ words }) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return start < span.end && from > span.start;
  });
}

function isAbove(path: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const next = rows.find((row) => row.join() !== path.join());
  return next !== undefined && next.length > path.length && path.every((name, at) => name === next[at]);
}

function shared(some: readonly string[], others: readonly string[]): readonly string[] {
  const differs = some.findIndex((name, at) => name !== others[at]);
  return differs === -1 ? some : some.slice(0, differs);
}
