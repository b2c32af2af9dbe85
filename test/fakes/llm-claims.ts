/** Words of a document with what a model might write over them, in both languages: borne out by them, and not. */
export interface Claims {
  readonly quote: string;
  readonly vi: { readonly honest: readonly string[]; readonly false: readonly string[] };
  readonly en: { readonly honest: readonly string[]; readonly false: readonly string[] };
}

export const CLAIMS: readonly Claims[] = [
  {
    quote:
      "Đảng viên đang công tác phải thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú, khắc phục tình trạng sống xa dân.",
    vi: {
      honest: [
        "Đảng viên đang công tác phải giữ mối liên hệ thường xuyên với tổ chức đảng và nhân dân nơi cư trú.",
        "Quy định yêu cầu đảng viên khắc phục tình trạng sống xa dân.",
        "Theo quy định này, đảng viên cần thường xuyên giữ mối liên hệ với nhân dân ở nơi cư trú.",
      ],
      false: [
        "Đảng viên đang công tác không phải giữ mối liên hệ với tổ chức đảng nơi cư trú.",
        "Đảng viên phải giữ mối liên hệ với nhân dân nơi cư trú, nếu vi phạm thì bị khai trừ khỏi Đảng.",
        "Đảng viên nghỉ hưu được miễn giữ mối liên hệ với nơi cư trú.",
        "Đảng viên phải giữ mối liên hệ với tổ chức đảng nơi cư trú mỗi tháng một lần.",
        "Đảng viên phải nộp báo cáo tài chính cho tổ chức đảng nơi cư trú.",
        "Đồng chí Trần Văn Bình phải giữ mối liên hệ với nhân dân nơi cư trú.",
      ],
    },
    en: {
      honest: [
        "Party members must keep regular contact with the Party organisation and the people at their place of residence.",
        "Party members in service are required to maintain ties with the Party organisation where they live.",
      ],
      false: [
        "Party members need not keep contact with the Party organisation at their place of residence.",
        "Party members who lose contact with the people will be expelled and lose their salary.",
        "Retired officials are exempt from supervision by the inspection commission.",
        "Party members must report to Tran Van Binh at their place of residence.",
      ],
    },
  },
  {
    quote:
      "Từ đầu nhiệm kỳ, ở Hà Tĩnh có 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý được đề bạt, bổ nhiệm, điều động, luân chuyển.",
    vi: {
      honest: [
        "Hà Tĩnh đã đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý từ đầu nhiệm kỳ.",
        "Có 152 cán bộ được đề bạt, bổ nhiệm, điều động, luân chuyển.",
        "Số cán bộ được luân chuyển, điều động là 152.",
        "Tổng cộng 152 cán bộ.",
      ],
      false: [
        "Từ đầu nhiệm kỳ, Hà Tĩnh đã kỷ luật 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý.",
        "Nghệ An đã luân chuyển 152 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý.",
        "Có hơn 1.520 cán bộ được đề bạt, bổ nhiệm.",
        "Có hai trăm cán bộ được đề bạt, bổ nhiệm, điều động, luân chuyển.",
        "Có 152 cán bộ được đề bạt, trong đó 30 nữ.",
        "Có 152% cán bộ được đề bạt.",
        "Chưa có cán bộ nào được đề bạt, bổ nhiệm, điều động, luân chuyển.",
      ],
    },
    en: {
      honest: [
        "152 officials were promoted, appointed, reassigned or rotated in Ha Tinh.",
        "Since the beginning of the term, 152 officials managed by the Standing Board have been appointed or rotated.",
        "It was 152 officials.",
      ],
      false: [
        "152 officials were disciplined in Nghe An.",
        "Two hundred officials were appointed in Ha Tinh.",
        "152 million officials were appointed.",
        "No officials were appointed in Ha Tinh.",
      ],
    },
  },
  {
    quote: "Quy định số 213-QĐ/TW do Bộ Chính trị ban hành ngày 02/01/2020.",
    vi: {
      honest: [
        "Quy định số 213-QĐ/TW được Bộ Chính trị ban hành ngày 02/01/2020.",
        "Bộ Chính trị ban hành Quy định 213 ngày 2 tháng 1 năm 2020.",
        "Quy định này do Bộ Chính trị ban hành vào tháng 1 năm 2020.",
        "Văn bản được ban hành năm 2020.",
      ],
      false: [
        "Quy định số 213-QĐ/TW do Ban Bí thư ban hành ngày 02/01/2020.",
        "Quy định số 213-QĐ/TW được ban hành ngày 01/02/2020.",
        "Quy định số 213-QĐ/TU do Bộ Chính trị ban hành.",
        "Quy định 213 ban hành năm 2021.",
        "Quy định 213-QĐ/TW đã bị bãi bỏ.",
        "Quy định số 213-QĐ/TW có hiệu lực từ ngày 02/01/2020.",
      ],
    },
    en: {
      honest: [
        "Regulation 213-QĐ/TW was issued by the Politburo on 2 January 2020.",
        "The Politburo issued it on January 2, 2020.",
        "The regulation was issued in January 2020.",
      ],
      false: [
        "Regulation 213-QĐ/TW was issued by the Secretariat on 2 January 2020.",
        "The Politburo issued it on 1 February 2020.",
        "Regulation 213-QĐ/TW has been repealed.",
        "Regulation 213-QĐ/TW is still in force.",
      ],
    },
  },
  {
    quote: "Quy định số 680-QĐ/TU ngày 16/5/2018 về phân cấp quản lý cán bộ thay thế Quy định 335.",
    vi: {
      honest: [
        "Quy định 335 được thay thế bằng Quy định số 680-QĐ/TU ngày 16/5/2018.",
        "Quy định 680-QĐ/TU về phân cấp quản lý cán bộ thay thế Quy định 335.",
      ],
      false: [
        "Quy định 680-QĐ/TU đã được thay thế bằng Quy định 335.",
        "Quy định 335 thay thế Quy định 680-QĐ/TU.",
        "Quy định số 680-QĐ/TU đã bị thay thế.",
        "Quy định 335 vẫn còn hiệu lực.",
        "Quy định 680-QĐ/TU bãi bỏ Quy định 335.",
      ],
    },
    en: {
      honest: [
        "Regulation 335 was replaced by Regulation 680-QĐ/TU of 16 May 2018.",
        "Regulation 680-QĐ/TU replaces Regulation 335.",
      ],
      false: [
        "Regulation 680-QĐ/TU was replaced by Regulation 335.",
        "Regulation 335 replaces Regulation 680-QĐ/TU.",
        "Regulation 335 is still in force.",
      ],
    },
  },
  {
    quote:
      "Trong ba năm 2015-2017 và chín tháng đầu năm 2018, Hà Tĩnh kết nạp 9.818 đảng viên, trong đó có 49 đảng viên gốc giáo.",
    vi: {
      honest: [
        "Hà Tĩnh kết nạp 9.818 đảng viên trong ba năm 2015-2017 và chín tháng đầu năm 2018.",
        "Trong số 9.818 đảng viên được kết nạp có 49 đảng viên gốc giáo.",
        "Trong 3 năm 2015–2017 và 9 tháng đầu năm 2018 đã kết nạp 9.818 đảng viên.",
        "Từ năm 2015 đến năm 2017 và 9 tháng đầu năm 2018, Hà Tĩnh kết nạp 9818 đảng viên.",
      ],
      false: [
        "Hà Tĩnh kết nạp 9.818 đảng viên gốc giáo.",
        "Trong năm năm 2015-2020 Hà Tĩnh kết nạp 9.818 đảng viên.",
        "Hà Tĩnh khai trừ 9.818 đảng viên.",
        "Hà Tĩnh kết nạp 9,818 đảng viên.",
        "Hà Tĩnh kết nạp 9.818 đảng viên, đứng đầu cả nước.",
      ],
    },
    en: {
      honest: ["Ha Tinh admitted 9,818 new members in 2015-2017 and the first nine months of 2018."],
      false: [
        "Ha Tinh expelled 9,818 members.",
        "Ha Tinh admitted 98.18% of its members in 2018.",
        "Ha Tinh admitted 9,818 members in 2016-2018.",
      ],
    },
  },
  {
    quote:
      "Đảng viên không được nhận quà dưới mọi hình thức, trừ trường hợp pháp luật có quy định; người vi phạm phải kiểm điểm trước chi bộ.",
    vi: {
      honest: [
        "Đảng viên không được nhận quà dưới mọi hình thức, trừ trường hợp pháp luật có quy định.",
        "Người vi phạm phải kiểm điểm trước chi bộ.",
      ],
      false: [
        "Đảng viên được nhận quà dưới mọi hình thức.",
        "Đảng viên được nhận quà trong trường hợp chi bộ đồng ý.",
        "Người vi phạm không phải kiểm điểm trước chi bộ.",
        "Người vi phạm bị cách chức và truy cứu trách nhiệm hình sự.",
      ],
    },
    en: {
      honest: ["Members who break the rule have to review themselves before the Party cell."],
      false: ["Party members may accept gifts in any form.", "Members who accept gifts are expelled by the Politburo."],
    },
  },
  {
    quote:
      "Hội nghị giao ban quý I-2022 họp trực tuyến với 67 điểm cầu; đồng chí Mai Văn Chính, Phó Trưởng ban Thường trực Ban Tổ chức Trung ương chủ trì.",
    vi: {
      honest: [
        "Hội nghị giao ban quý I-2022 có 67 điểm cầu.",
        "Đồng chí Mai Văn Chính chủ trì hội nghị giao ban quý I-2022.",
        "Chủ trì hội nghị là đồng chí Mai Văn Chính, Phó Trưởng ban Thường trực Ban Tổ chức Trung ương.",
        "Hội nghị giao ban quý 1 năm 2022 được tổ chức trực tuyến.",
      ],
      false: [
        "Đồng chí Trương Thị Mai chủ trì hội nghị giao ban quý I-2022.",
        "Hội nghị giao ban quý II-2022 có 67 điểm cầu.",
        "Đồng chí Mai Văn Chính, Trưởng Ban Tuyên giáo Trung ương, chủ trì hội nghị.",
        "Hội nghị họp trực tiếp tại 67 tỉnh.",
      ],
    },
    en: {
      honest: [
        "The briefing conference of the first quarter of 2022 had 67 connection points.",
        "Mai Văn Chính chaired the online briefing conference.",
      ],
      false: [
        "Truong Thi Mai chaired the online briefing conference.",
        "The briefing conference of the second quarter of 2022 had 67 connection points.",
      ],
    },
  },
  {
    quote:
      "Thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội XIV của Đảng; tỷ lệ đảng viên hoàn thành tốt nhiệm vụ đạt 88,02%.",
    vi: {
      honest: [
        "Thống nhất thành lập năm tiểu ban chuẩn bị Đại hội XIV của Đảng.",
        "Có 05 tiểu ban được thành lập để chuẩn bị Đại hội lần thứ XIV của Đảng.",
        "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ là 88,02 phần trăm.",
      ],
      false: [
        "Thống nhất thành lập ba tiểu ban chuẩn bị Đại hội XIV của Đảng.",
        "Thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội XIII của Đảng.",
        "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ đạt 88%.",
        "Tỷ lệ đảng viên không hoàn thành nhiệm vụ là 88,02%.",
        "Giải thể 5 tiểu ban chuẩn bị Đại hội XIV của Đảng.",
      ],
    },
    en: {
      honest: [
        "Five sub-committees were established to prepare for the 14th Party Congress.",
        "88.02% of Party members completed their tasks well.",
      ],
      false: [
        "Three sub-committees were established to prepare for the 14th Party Congress.",
        "Five sub-committees were established to prepare for the 13th Party Congress.",
        "8,802 Party members completed their tasks well.",
        "Five sub-committees were dissolved by the army.",
      ],
    },
  },
  {
    quote:
      "Số văn bản bắt đầu từ 01 cho từng thể loại và tính theo nhiệm kỳ cấp ủy; văn bản mật được đánh số chung với văn bản thường.",
    vi: {
      honest: [
        "Văn bản mật được đánh số chung với văn bản thường.",
        "Số văn bản được tính theo nhiệm kỳ cấp ủy, bắt đầu từ 01 cho từng thể loại.",
        "Mỗi thể loại văn bản có số bắt đầu từ 01.",
      ],
      false: [
        "Văn bản mật được đánh số riêng với văn bản thường.",
        "Số văn bản bắt đầu lại từ 01 mỗi năm.",
        "Văn bản mật không được đánh số.",
        "Văn bản mật phải nộp về kho lưu trữ quốc gia.",
      ],
    },
    en: {
      honest: [],
      false: ["Secret documents are not numbered.", "Officials must destroy secret reports after one year."],
    },
  },
  {
    quote:
      "Kết luận 229 yêu cầu sớm có văn bản thay thế Quy định số 213-QĐ/TW; kinh phí thực hiện là 1,5 tỷ đồng do ngân sách bảo đảm.",
    vi: {
      honest: [
        "Kết luận 229 yêu cầu sớm có văn bản thay thế Quy định số 213-QĐ/TW.",
        "Kinh phí thực hiện là 1,5 tỷ đồng, do ngân sách bảo đảm.",
        "Ngân sách bảo đảm kinh phí 1.500.000.000 đồng.",
      ],
      false: [
        "Kết luận 229 đã thay thế Quy định số 213-QĐ/TW.",
        "Quy định số 213-QĐ/TW đã bị thay thế.",
        "Kinh phí thực hiện là 1,5 triệu đồng.",
        "Kết luận 229 bãi bỏ Quy định số 213-QĐ/TW.",
        "Kinh phí do đảng viên tự đóng góp.",
      ],
    },
    en: {
      honest: [
        "Conclusion 229 requires a document that replaces Regulation 213-QĐ/TW.",
        "The budget provides 1.5 billion đồng.",
      ],
      false: [
        "Conclusion 229 has replaced Regulation 213-QĐ/TW.",
        "Regulation 213-QĐ/TW has been replaced.",
        "The budget provides 1.5 million đồng.",
      ],
    },
  },
  {
    quote:
      "Cấp ủy nơi cư trú nhận xét đảng viên 6 tháng một lần; chi bộ nơi công tác giới thiệu đảng viên về nơi cư trú.",
    vi: {
      honest: [
        "Cấp ủy nơi cư trú nhận xét đảng viên 6 tháng một lần.",
        "Đảng viên được cấp ủy nơi cư trú nhận xét sáu tháng một lần.",
        "Cứ 6 tháng một lần, cấp ủy nơi cư trú nhận xét đảng viên.",
        "Chi bộ nơi công tác giới thiệu đảng viên về nơi cư trú.",
      ],
      false: [
        "Đảng viên nhận xét cấp ủy nơi cư trú 6 tháng một lần.",
        "Cấp ủy nơi cư trú nhận xét đảng viên 6 tháng 2 lần.",
        "Cấp ủy nơi cư trú nhận xét đảng viên mỗi tháng một lần, riêng tháng 6 hai lần.",
        "Chi bộ nơi cư trú khai trừ đảng viên 6 tháng một lần.",
      ],
    },
    en: {
      honest: [],
      false: ["The Party committee at the place of residence expels members once every 6 months."],
    },
  },
  {
    quote:
      "Chi bộ họp thường lệ mỗi tháng một lần; chi bộ có ít hơn 30 đảng viên không được lập tổ đảng, trừ chi bộ ở địa bàn đặc thù.",
    vi: {
      honest: [
        "Chi bộ họp thường lệ mỗi tháng một lần.",
        "Chi bộ dưới 30 đảng viên không được lập tổ đảng, trừ chi bộ ở địa bàn đặc thù.",
        "Chi bộ có ít hơn 30 đảng viên thì không được lập tổ đảng.",
      ],
      false: [
        "Chi bộ họp thường lệ mỗi tuần một lần.",
        "Chi bộ có ít hơn 30 đảng viên được lập tổ đảng.",
        "Chi bộ họp thường lệ 2 tháng một lần.",
        "Tổ đảng họp thường lệ mỗi tháng một lần và thu đảng phí.",
        "Chi bộ có hơn 30 đảng viên phải lập đảng ủy bộ phận.",
      ],
    },
    en: {
      honest: ["Party cells hold a regular meeting once a month."],
      false: [
        "Party cells hold a regular meeting once a week.",
        "A Party cell with fewer than 30 members may set up Party groups.",
      ],
    },
  },
  {
    quote:
      "Ban Tổ chức Trung ương chủ trì, phối hợp với Ủy ban Kiểm tra Trung ương theo dõi, đôn đốc, kiểm tra việc thực hiện Quy định này và báo cáo Bộ Chính trị trước ngày 31/12 hằng năm.",
    vi: {
      honest: [
        "Ban Tổ chức Trung ương chủ trì theo dõi, đôn đốc, kiểm tra việc thực hiện Quy định này.",
        "Ban Tổ chức Trung ương phải báo cáo Bộ Chính trị trước ngày 31 tháng 12 hằng năm.",
        "Việc theo dõi, kiểm tra do Ban Tổ chức Trung ương chủ trì, phối hợp với Ủy ban Kiểm tra Trung ương.",
      ],
      false: [
        "Ủy ban Kiểm tra Trung ương chủ trì, phối hợp với Ban Tổ chức Trung ương.",
        "Ban Tổ chức Trung ương báo cáo Ban Bí thư trước ngày 31/12 hằng năm.",
        "Ban Tổ chức Trung ương báo cáo Bộ Chính trị trước ngày 30/6 hằng năm.",
        "Ban Tuyên giáo Trung ương chủ trì theo dõi, đôn đốc việc thực hiện Quy định này.",
      ],
    },
    en: {
      honest: [
        "The Central Organising Commission takes the lead, with the Central Inspection Commission, and reports to the Politburo before 31 December every year.",
      ],
      false: [
        "The Secretariat takes the lead and reports to the Politburo before 31 December every year.",
        "The Central Organising Commission reports to the Politburo before 30 June every year.",
      ],
    },
  },
  {
    quote:
      "Đến cuối năm 2023, Đảng bộ có 75 đảng bộ cơ sở và 76 chi bộ cơ sở với 9.182 đảng viên; tỷ lệ chi bộ hoàn thành xuất sắc nhiệm vụ đạt 19,8%.",
    vi: {
      honest: [
        "Đến cuối năm 2023, Đảng bộ có 9.182 đảng viên.",
        "Đảng bộ có 75 đảng bộ cơ sở và 76 chi bộ cơ sở.",
        "Tỷ lệ chi bộ hoàn thành xuất sắc nhiệm vụ là 19,8%.",
      ],
      false: [
        "Đến cuối năm 2023, Đảng bộ có 76 đảng bộ cơ sở và 75 chi bộ cơ sở.",
        "Đảng bộ gồm 151 tổ chức cơ sở đảng.",
        "Tỷ lệ đảng viên hoàn thành xuất sắc nhiệm vụ đạt 19,8%.",
        "Đảng bộ có 9.182 chi bộ.",
        "Tỷ lệ chi bộ hoàn thành xuất sắc nhiệm vụ đạt gần 20%.",
      ],
    },
    en: {
      honest: ["At the end of 2023 it had 9,182 party members."],
      false: ["At the end of 2023 it had 91,820 party members.", "19.8% of the officials were disciplined."],
    },
  },
  {
    quote:
      "Người đứng đầu chịu trách nhiệm khi để xảy ra chạy chức, chạy quyền trong cơ quan mình; hành vi bao che bị xử lý kỷ luật theo Quy định số 69-QĐ/TW.",
    vi: {
      honest: [
        "Người đứng đầu chịu trách nhiệm nếu để xảy ra chạy chức, chạy quyền trong cơ quan mình.",
        "Hành vi bao che bị xử lý kỷ luật theo Quy định số 69-QĐ/TW.",
        "Bao che chạy chức, chạy quyền sẽ bị xử lý kỷ luật.",
      ],
      false: [
        "Người đứng đầu không chịu trách nhiệm khi để xảy ra chạy chức, chạy quyền.",
        "Hành vi bao che bị xử lý hình sự theo Quy định số 69-QĐ/TW.",
        "Người đứng đầu bị cách chức khi để xảy ra chạy chức, chạy quyền.",
        "Quy định số 69-QĐ/TW đã hết hiệu lực.",
        "Hành vi bao che bị xử lý kỷ luật theo Quy định số 102-QĐ/TW.",
      ],
    },
    en: {
      honest: [],
      false: ["Heads are exempt from responsibility.", "Regulation 69-QĐ/TW has been repealed."],
    },
  },
  {
    quote:
      "Đồng chí Nguyễn Văn Hùng được giới thiệu giữ chức Bí thư Chi bộ nhiệm kỳ 2022-2025, thay đồng chí Lê Thị Hoa nghỉ hưu từ ngày 01/3/2022.",
    vi: {
      honest: [
        "Đồng chí Nguyễn Văn Hùng được giới thiệu giữ chức Bí thư Chi bộ nhiệm kỳ 2022-2025.",
        "Đồng chí Lê Thị Hoa nghỉ hưu từ ngày 01/3/2022.",
        "Từ tháng 3 năm 2022 đồng chí Lê Thị Hoa nghỉ hưu.",
      ],
      false: [
        "Đồng chí Lê Thị Hoa được giới thiệu giữ chức Bí thư Chi bộ nhiệm kỳ 2022-2025.",
        "Đồng chí Nguyễn Văn Hùng nghỉ hưu từ ngày 01/3/2022.",
        "Đồng chí Nguyễn Văn Hùng giữ chức Bí thư Tỉnh ủy.",
        "Đồng chí Nguyễn Văn Hùng giữ chức Bí thư Chi bộ nhiệm kỳ 2020-2025.",
        "Đồng chí Lê Thị Hoa bị kỷ luật từ ngày 01/3/2022.",
      ],
    },
    en: {
      honest: ["Nguyễn Văn Hùng was proposed as secretary of the Party cell for the 2022-2025 term."],
      false: [
        "Trần Văn Nam was proposed as secretary of the Party cell.",
        "Lê Thị Hoa was disciplined on 1 March 2022.",
      ],
    },
  },
];
