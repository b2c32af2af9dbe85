/** A plan as an office would write it, made up for the transcripts: the office does not exist. */
export const PLAN = `---
kind: Kế hoạch
number: 35-KH/VP
title: Tổ chức tập huấn nghiệp vụ văn phòng cấp ủy năm 2026
issuer: Văn phòng Huyện ủy Bình Minh
issuedOn: 2026-11-12
---

Kế hoạch số 35-KH/VP tổ chức tập huấn nghiệp vụ văn phòng cấp ủy năm 2026.

1. Thời gian tập huấn: 02 ngày, từ ngày 08/12/2026 đến ngày 09/12/2026.

2. Thành phần tham dự: 45 cán bộ văn phòng cấp ủy cơ sở.

3. Nội dung tập huấn gồm thể thức văn bản, quản lý công văn và trích dẫn văn bản của Đảng.
`;

/** The same plan after the days were changed. */
export const CHANGED_PLAN = PLAN.replace("08/12/2026 đến ngày 09/12/2026", "15/12/2026 đến ngày 16/12/2026").replace(
  "45 cán bộ",
  "60 cán bộ",
);

/** A draft with one citation that is right, one with a wrong date, one that is out of force, and one nobody knows. */
export const DRAFT = `Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư;
Căn cứ Quy định số 213-QĐ/TW, ngày 02/01/2021 của Bộ Chính trị;
Căn cứ Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư;
Căn cứ Quy định số 999-QĐ/TU, ngày 01/02/2024.
`;
