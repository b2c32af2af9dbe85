/** Lines that web pages put around a text, whole lines only, without the signs before and behind them. */

/** Names of boxes and links: furniture where nothing else follows, or nothing else stands before. */
const EDGE_LINES = `
  phản hồi | bình luận | ý kiến bạn đọc | gửi bình luận | gửi phản hồi | viết bình luận | bình luận của bạn
  các tin khác | tin khác | các tin đã đưa | tin đã đưa | tin mới | tin mới nhất | mới nhất | tin nổi bật
  tin liên quan | tin bài liên quan | bài viết liên quan | các bài viết liên quan | bài liên quan
  tin cùng chuyên mục | cùng chuyên mục | tin tức khác | bài viết khác | các bài viết khác | có thể bạn quan tâm
  xem nhiều nhất | xem nhiều | đọc nhiều | đọc nhiều nhất | tin đọc nhiều | tin xem nhiều | xem thêm | xem tiếp
  video | video hoạt động | hình ảnh | hình ảnh hoạt động | video hoạt độnghình ảnh hoạt động | thư viện ảnh
  website liên kết | liên kết website | liên kết web | liên kết | quảng cáo | thăm dò ý kiến | thống kê truy cập
  trang chủ | trang trước | trang sau | về trang chủ | quay lại | trở về | đầu trang | về đầu trang | lên đầu trang
  đăng nhập | đăng ký | tìm kiếm | menu | từ khóa | từ khoá | tags | sitemap | rss | hộp thư bạn đọc | đóng góp ý kiến
`;

/** Words of which share bars consist. */
const SHARE_WORDS =
  /^(?:(?:chia sẻ|chia sẻ bài viết|share|like|thích|tweet|twitter|facebook|zalo|google ?\+?|linkedin|email|gửi email|gửi bài|in|in trang|in bài|in bài viết|bản in|print|lưu|lưu bài|copy link|sao chép liên kết|cỡ chữ|a[+-]|nghe bài viết|\d+(?!\d))[\s|,;:•·/-]*){1,12}$/u;

/** Rows of a comment box and of counters. */
const COUNTERS = [
  /^(?:ý kiến bạn đọc|bình luận|phản hồi|comments?)\s*[:(]?\s*\d+\s*\)?$/u,
  /^\d+\s+(?:bình luận|phản hồi|lượt xem|lượt thích|lượt đọc|comments?|likes?|views?)$/u,
  /^(?:lượt xem|lượt đọc|số lần đọc|số lượt xem|lượt truy cập)\s*:?\s*[\d.,]+$/u,
];

const MAX_LINE = 120;

const edgeLines = new Set(
  EDGE_LINES.split(/[|\n]/)
    .map((name) => name.trim())
    .filter(Boolean),
);

/** Furniture wherever it stands: a row without letters and digits, share bars, counters, dotted box titles (`.:: …`). */
export function isFurniture(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (line.length > MAX_LINE) return false;
  const words = bare(line);
  if (/^\.::/.test(line) && edgeLines.has(words)) return true;
  // "Chia sẻ" or "- Email" by itself may be a heading or an item of a list.
  return (/[|,;:•·/]/u.test(words) && isShareBar(words)) || COUNTERS.some((pattern) => pattern.test(words));
}

/** Furniture at the beginning or the end of a page, where only furniture stands beside it. */
export function isEdgeFurniture(line: string): boolean {
  return isFurniture(line) || (line.length <= MAX_LINE && (edgeLines.has(bare(line)) || isShareBar(bare(line))));
}

function isShareBar(words: string): boolean {
  return /\p{L}{2}/u.test(words) && SHARE_WORDS.test(words);
}

function bare(line: string): string {
  return line.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+)]+$/gu, "");
}
