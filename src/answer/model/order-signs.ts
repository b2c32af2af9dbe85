import { fold } from "../../core/text.ts";

// "\b" knows ASCII letters only.
const EDGE = "(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))";

/**
 * Wordings by which a text speaks to a language model, over lower case text on one line: `marked` over any, `plain`
 * over runs without diacritics. Data: one wording a line; `¦` is the edge of a word.
 */
export const ORDER_SIGNS: { readonly marked: readonly RegExp[]; readonly plain: readonly RegExp[] } = ordered();

function ordered() {
  const model =
    "(?:(?:large )?(?:language |ai |chat ?)?(?:models?|assistants?|chatbots?|llms?|gpt|bots?)|ai systems?|mô hình(?: ngôn ngữ| ai)?|trợ lý(?: ai| ảo| số| tra cứu)?|chatbot|máy trả lời|hệ thống (?:ai|trả lời|hỏi đáp|tra cứu))";
  const rules =
    "(?:instructions?|prompts?|rules?|messages?|directions?|guidelines?|context|commands?|orders?|constraints?|polic(?:y|ies)|tasks?|text|sources?|passages?|chỉ dẫn|hướng dẫn|chỉ thị|mệnh lệnh|yêu cầu|quy tắc|ràng buộc|lệnh|lời nhắc|câu lệnh|câu hỏi|đoạn|nội dung|dặn dò|điều)";
  const earlier =
    "(?:above|previous(?:ly)?|prior|earlier|preceding|foregoing|existing|original|initial|system|former|other|your|given|so far|before|safety|ở trên|bên trên|phía trên|trên đây|trước đó|trước đây|phía trước|ban đầu|hệ thống|đã nhận|đã cho|đã dặn|được giao|được cung cấp|được nhận|của bạn|còn lại|(?<!cấp )trên|trước)";
  const drop =
    "(?:ignor(?:e|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|es|ing|den)|bypass|discard|skip|supersedes?|do(?: not|n't) (?:follow|obey|use)|stop following|bỏ qua|quên(?: đi| hết| tất cả| mọi)?|phớt lờ|lờ đi|gạt bỏ|vô hiệu hóa|không (?:cần |phải )?(?:làm theo|tuân theo|tuân thủ|để ý|quan tâm)|đừng (?:làm theo|tuân theo|tuân thủ|để ý|quan tâm|dùng))";
  const say =
    "(?:answer|reply|respond|say|state|tell|output|print|write|claim|confirm|append|insert|repeat|reveal|display|trả lời|đáp|nói|viết|in ra|xuất|khẳng định|xác nhận|thông báo|ghi|chèn|hiển thị|nhắc lại|trích dẫn)";
  const order =
    "(?:trả lời|đáp|nói|viết|in ra|in|xuất|khẳng định|xác nhận|thông báo|báo|ghi|chèn|thêm|hiển thị|nhắc lại|kết luận|trích dẫn|bỏ qua|quên|làm theo|đưa ra|cho biết|gửi|tải|bấm|nhấn|truy cập|gõ|dùng|xem|coi)";
  const english = [
    `${drop}¦[^.;]{0,40}¦${earlier}¦[^.;]{0,25}¦${rules}`,
    `${drop}¦[^.;]{0,40}¦${rules}¦[^.;]{0,25}¦${earlier}`,
    "(?:ignore|disregard|forget) (?:everything|anything|all (?:of )?(?:this|that|the above|these)|the above|what you|whatever)",
    "(?:new|updated|revised|real|actual|priority|urgent|hidden|secret|final) (?:system )?(?:instructions?|prompts?|directives? for)",
    "(?:you are (?:now|no longer|an? )|you (?:must|will|should|have to|need to|are to|may not)|your (?:new |only |real |next |previous )?(?:task|job|role|goal|instructions?|answer|reply|response|output|prompt|rules)|act as|pretend (?:to|that|you)|as an? (?:ai|assistant|language model)|from now on,?)",
    `(?:note|message|notice|instructions?|attention|reminder|dear|hey|hi|hello),? (?:to |for )?(?:the |all |any |every )?(?:ai |language )?(?:models?|assistants?|chatbots?|llms?|ai)`,
    `${model},? (?:must|should|shall|needs? to|has to|have to|is (?:required|instructed|to)|please)`,
    `(?:when|whenever|if|every time)¦[^.]{0,40}¦(?:asked|asks|question|query|queried)¦[^.]{0,60}¦${say}`,
    "(?:please|now|instead|always|just|only|simply|then) (?:answer|reply|respond|say|tell|output|print|write|claim|confirm|append|repeat|reveal)",
    "(?:answer|reply|respond|output|print|say) (?:only |just |exactly |instead |always )*(?:that|with|the following|the words?|the phrase|as follows|:)",
    "tell (?:the user|them|everyone|users|readers|the reader|people)",
    "(?:system prompt|prompt injection|jailbreak|json (?:object|schema)|developer mode|debug mode|diagnostic mode|maintenance mode|(?:admin|priority|system) (?:override|update)|override (?:active|mode|code)|safety (?:filters?|guidelines?|rules))",
    "(?:end|beginning|start) of (?:the )?(?:passages?|documents?|context|data|sources?|input|prompt|question|instructions?|user|system)",
    `${model} ?:`,
    "(?:correct|only|right|final|true|official) (?:answer|reply|response)¦[^.]{0,15}(?:¦is¦|:)",
    "(?:cite|citing|quote|attribute)¦[^.]{0,30}¦(?:passages?|sources?|documents?|p\\d+)",
  ];
  const vietnamese = [
    `${drop}¦[^.;]{0,40}¦(?:tất cả|mọi|các|những|hết|toàn bộ)¦[^.;]{0,20}¦${rules}¦[^.;]{0,25}¦${earlier}`,
    "(?:chỉ dẫn|hướng dẫn|mệnh lệnh|lệnh|lời nhắc|quy tắc) (?:mới|bổ sung|khẩn|bí mật|thật|từ hệ thống|hệ thống|cuối cùng)[^.]{0,40}[:,] ?(?:hãy|bạn|trả lời|từ nay|từ giờ|khi|chỉ|bỏ qua|luôn)",
    "(?:từ (?:nay|giờ|bây giờ|lúc này)[^.]{0,20}¦(?:bạn|hãy|trợ lý|mô hình|luôn trả lời)|(?<!các |những |nước )bạn (?:là (?:một|trợ|mô hình|ai|chuyên|máy)|hãy|phải|cần|sẽ|bắt buộc|không được|được yêu cầu|đang là|giờ là|đang ở|chỉ được)|hãy (?:đóng vai|giả vờ|nhập vai)|(?:nhiệm vụ|vai trò|câu trả lời|chỉ dẫn|lời nhắc) của bạn)",
    `(?:dành cho|gửi(?: đến| tới)?|lưu ý(?: dành cho| cho| với)?|ghi chú(?: cho)?|nhắc|yêu cầu|đề nghị|chỉ dẫn(?: cho)?|thông báo(?: cho)?|chú ý) (?:các |mọi )?${model}`,
    `(?:mô hình(?: ngôn ngữ| ai)|trợ lý(?: ai| ảo| số| tra cứu)?|chatbot|máy trả lời|hệ thống (?:ai|trả lời|hỏi đáp|tra cứu)) (?:hãy|phải|cần|bắt buộc|được yêu cầu|không được|chỉ được|luôn|vui lòng)`,
    `hãy (?:luôn |chỉ |đồng thời )?${order}`,
    "(?:chỉ|luôn|phải|cần|bắt buộc) (?:được )?(?:trả lời|đáp lại|in ra|xuất ra) (?:rằng|là|bằng (?!văn bản)|duy nhất|đúng|câu|nguyên văn|như sau)",
    "trả lời (?:đúng một câu|bằng câu|nguyên văn|như sau)",
    "(?:khi|lúc|trước khi) trả lời,? (?:hãy|phải|cần|thì|luôn|chỉ)",
    "(?:câu trả lời|đáp án) (?:đúng|duy nhất|chính xác|bắt buộc|phải|cuối cùng)[^.]{0,15}¦(?:là|như sau)",
    `mô hình (?:hãy|phải|cần|luôn|chỉ được) ${say}`,
    "(?:ghi|chép|viết|nêu|lặp lại) (?:đúng|nguyên văn|lại) (?:câu|dòng|đoạn|nội dung) (?:sau|này|dưới đây)",
    "(?:dẫn nguồn|lấy|gán cho|ghi nguồn) (?:đoạn )?\\[?p\\d",
    `(?:khi|nếu|mỗi khi|bất kỳ khi nào|hễ)(?: có)?(?: ai| người dùng| người đọc| cán bộ| người)?(?: bị| được)? hỏi¦[^.]{0,80}¦(?:hãy|thì|phải|chỉ|luôn|cứ)¦[^.]{0,20}¦${say}`,
    "(?:đối tượng json|lời nhắc hệ thống|câu lệnh hệ thống|chế độ (?:quản trị viên|nhà phát triển|gỡ lỗi|bảo trì hệ thống))",
    "(?:hết|kết thúc|bắt đầu) (?:phần |các |của )?(?:dữ liệu đầu vào|ngữ cảnh|tài liệu đầu vào|đoạn trích|đoạn văn bản|câu hỏi|dữ liệu)¦",
    "trích dẫn (?:là |nguồn |đoạn )?\\[?p\\d",
  ];
  const compiled = (sources: readonly string[]) =>
    sources.map((source) => new RegExp(`¦(?:${source})¦`.replaceAll("¦", EDGE), "u"));
  return { marked: compiled([...english, ...vietnamese]), plain: compiled(vietnamese.map(fold)) };
}
