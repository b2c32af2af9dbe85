import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { playMornings } from "./mornings.ts";
import { type Office, openOffice } from "./office.ts";

const FOLDER = new URL("../../docs/transcripts/", import.meta.url);
const COMMAND = "UPDATE_TRANSCRIPTS=1 npx vitest run test/transcripts";
const IS_UPDATE = process.env["UPDATE_TRANSCRIPTS"] === "1";

let office: Office;
let written: Readonly<Record<string, string>>;

beforeAll(async () => {
  office = await openOffice();
  const { member, trainer, staff, group, admin } = await playMornings(office);
  written = {
    member: page("Một buổi sáng của đảng viên", "Lan là đảng viên, được mời với quyền thành viên.", member),
    trainer: page("Một buổi sáng của giảng viên", "Minh soạn bài giảng, được mời với quyền giảng viên.", trainer),
    staff: page(
      "Một buổi sáng của cán bộ",
      "Hoa soạn văn bản ở văn phòng cấp ủy, được mời với quyền cán bộ.",
      `${staff}\n## Trong nhóm “Chi bộ Văn phòng”\n\n${group}`,
    ),
    admin: page("Một buổi sáng của quản trị viên", "Đức mời người dùng và giữ thư viện.", admin),
  };
}, 600_000);

afterAll(() => office.close());

it.each(["member", "trainer", "staff", "admin"])("docs/transcripts/%s.md is what the bot says today", (name) => {
  const file = fileURLToPath(new URL(`${name}.md`, FOLDER));
  if (IS_UPDATE) writeFileSync(file, written[name] ?? "");
  expect(frameOf(readFileSync(file, "utf8"))).toEqual(frameOf(written[name] ?? ""));
});

it("nothing failed meanwhile", () => expect(office.failures).toEqual([]));

function page(title: string, who: string, transcript: string): string {
  const note = "Kiểm thử ghi lại từ bot thật, trên thư viện kèm theo và một máy chủ Bot API của bộ kiểm thử";
  return `# ${title}\n\n${who} ${note} (\`${COMMAND}\`).\n\n${transcript}`;
}

/** Who says something, what people say, and the buttons. Which sentences are quoted may differ a little by processor. */
function frameOf(transcript: string): string[] {
  const blocks = transcript.split(/\n{2,}/);
  return blocks.filter(
    (block, at) => /^(?:#|\*\*|↩|📎|`\[)/.test(block) || /^\*\*(?!Trích dẫn)/.test(blocks[at - 1] ?? ""),
  );
}
