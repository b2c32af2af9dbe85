import { expect, it } from "vitest";
import { unitText } from "../../src/core/unit-text.ts";

const title = "Về trách nhiệm của đảng viên";

it.each<[path: string[], text: string, expected: string, reason: string]>([
  [["Điều 2. Nhiệm vụ của đảng viên"], "Họp.", "Điều 2. Nhiệm vụ của đảng viên. Họp.", "the heading"],
  [["Phần một chung", "Công tác cán bộ"], "Họp.", "Công tác cán bộ. Họp.", "the nearest heading"],
  [["Công tác cán bộ", "khoản 2"], "Họp.", "Công tác cán bộ. Họp.", "a label tells nothing"],
  [["Điều 5", "khoản 2"], "Họp.", `${title}. Họp.`, "the title where only labels are"],
  [[], "Họp.", `${title}. Họp.`, "the title where nothing is"],
  [["Công tác cán bộ"], "Công tác cán bộ\nHọp.", "Công tác cán bộ\nHọp.", "the heading is not said twice"],
])("%j, %j → %j: %s", (path, text, expected) => {
  expect(unitText({ title, path }, text)).toBe(expected);
});
