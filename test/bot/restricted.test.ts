import type { Message } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../src/core/access.ts";
import { createApp } from "../../src/web/app.ts";
import { createTraces, mixedDocuments, probes, restrictedDocuments } from "../fakes/restricted-documents.ts";
import type { Player } from "../peer/users.ts";
import { buttonsOf, type Voice } from "../peer/voice.ts";
import { talk } from "./talk.ts";

const MANY = { userQuestions: 1e6, questions: 1e6, userTokens: 1e6, tokens: 1e6 };
const MAX_PRESSES = 120;

type World = Awaited<ReturnType<typeof createWorld>>;

/** A library with documents of every level, the bot, the web page, and somebody of every role. */
async function createWorld() {
  const talking = await talk({ rights: { caps: MANY, adminIds: [1] } }, mixedDocuments);
  const { api, access, library, logged } = talking;
  const group = api.group({});
  const person = async (name: string, role: Role | null) => {
    const player = api.user({ name });
    if (role) await access.people.setRole(player.user.id, role, { actorId: 1, now: 0 });
    return player;
  };
  const outsider = await person("Lan", null);
  const [member, trainer, staff] = [
    await person("Hoa", "member"),
    await person("Mai", "trainer"),
    await person("Minh", "staff"),
  ];
  const app = createApp({
    ...library.reading(null),
    admit: async () => true,
    readiness: () => Promise.reject(new Error("not asked")),
    log: (entry) => void logged.push(entry),
  });

  /** Everything that leaves the process while `work` is done: calls, and what is written to the log. */
  async function heard(work: () => Promise<unknown>): Promise<string> {
    const [calls, entries] = [api.calls.length, logged.length];
    const shown = await work();
    return stringsIn([shown, api.calls.slice(calls).map(({ fields }) => fields), logged.slice(entries)]).join("\n");
  }

  const presses = (who: Player, message: Message, data: string) =>
    talking.handles(api.tells("callback_query", { id: `${data}`, from: who.user, message, chat_instance: "1", data }));

  /** Presses every button that is offered from a message on, once, also those that come of that. */
  async function pressesAll(who: Player, from: number): Promise<void> {
    const known = new Set<string>();
    const waiting: { readonly message: Message; readonly data: string }[] = [];
    const look = () => {
      for (const message of api.sent.slice(from)) {
        for (const data of dataOf(message)) {
          const key = `${message.chat.id}:${message.message_id}:${data}`;
          // An opinion of an answer changes nothing but the marks on its buttons, which stand there already.
          if (!known.has(key) && !data.startsWith("fb:")) waiting.push({ message, data });
          known.add(key);
        }
      }
    };
    look();
    for (let left = MAX_PRESSES; left > 0; left -= 1) {
      const next = waiting.shift();
      if (!next) return;
      await presses(who, next.message, next.data);
      look();
    }
  }

  const get = async (path: string) => read(await app.request(path));
  const post = async (path: string, body: object) =>
    read(
      await app.request(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  return { ...talking, group, outsider, member, trainer, staff, heard, presses, pressesAll, get, post };
}

/** What the buttons under a message, or in a call, carry. */
function dataOf(message: Pick<Message, "reply_markup">): string[] {
  return (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ("callback_data" in button && button.callback_data ? [button.callback_data] : []));
}

/** Every string in a value, however deep, so that escapes do not hide words. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** A body as a reader sees it, and its headers. */
async function read(response: Response): Promise<unknown> {
  const body = await response.text();
  const headers = [...response.headers].flat();
  if (response.headers.get("content-type")?.includes("json")) return [headers, JSON.parse(body)];
  const plain = body.replace(/<[^>]*>/g, " ").replace(/&#?\w+;/g, " ");
  return [headers, body, plain];
}

/** Words of Telegram's cache, where the bot is not asked. */
async function asksInline(world: World, who: Player, query: string, place?: World["group"]): Promise<unknown> {
  const asking = who.asks(query, place ? { place } : {});
  if (asking.update) await world.handles(asking.update);
  return asking.asked.answer;
}

interface Path {
  readonly name: string;
  /** What may be shown on it. */
  readonly clearance: Role | null;
  readonly go: (world: World, probe: string) => Promise<unknown>;
}

/** Asks in a chat; then everything that comes is pressed. */
const asksAndPresses = async (world: World, voice: Voice, words: string, presser: Player) => {
  const from = world.api.sent.length;
  await world.handles(voice.says(words));
  await world.pressesAll(presser, from);
};

/** The same in the chat with the bot. */
const walks = (world: World, who: Player, words: string) => asksAndPresses(world, who, words, who);

const inGroup = (world: World, who: Player) => who.in(world.group);
const mention = ({ api }: World, words: string) => `@${api.me.username} ${words}`;

/** Every way to the library that takes words. A new way is to be added here. */
const paths: readonly Path[] = [
  { name: "a member asks", clearance: "member", go: (world, probe) => world.handles(world.member.says(probe)) },
  { name: "a trainer asks", clearance: "trainer", go: (world, probe) => world.handles(world.trainer.says(probe)) },
  {
    name: "an outsider asks and presses every button",
    clearance: null,
    go: (world, probe) => walks(world, world.outsider, probe),
  },
  {
    name: "a member asks and presses every button",
    clearance: "member",
    go: (world, probe) => walks(world, world.member, probe),
  },
  {
    name: "staff ask in a group and an outsider presses every button",
    clearance: null,
    go: (world, probe) => asksAndPresses(world, inGroup(world, world.staff), mention(world, probe), world.outsider),
  },
  {
    name: "staff ask in a group and press every button",
    clearance: null,
    go: (world, probe) => asksAndPresses(world, inGroup(world, world.staff), mention(world, probe), world.staff),
  },
  {
    name: "an outsider looks up, and presses every button",
    clearance: null,
    go: (world, probe) => walks(world, world.outsider, `/tracuu ${probe}`),
  },
  {
    name: "staff look up in a group, and an outsider presses every button",
    clearance: null,
    go: (world, probe) =>
      asksAndPresses(world, inGroup(world, world.staff), `/tracuu@${world.api.me.username} ${probe}`, world.outsider),
  },
  {
    name: "an outsider checks a draft, and presses every button",
    clearance: null,
    go: (world, probe) => walks(world, world.outsider, `/kiemtra Căn cứ ${probe}; Quy định số 639; KL 18`),
  },
  {
    name: "staff check a draft in a group",
    clearance: null,
    go: (world, probe) =>
      world.handles(inGroup(world, world.staff).says(`/kiemtra@${world.api.me.username} Căn cứ ${probe}`)),
  },
  {
    name: "an outsider asks inline",
    clearance: null,
    go: (world, probe) => asksInline(world, world.outsider, probe),
  },
  {
    name: "an outsider asks inline in the chat with the bot",
    clearance: null,
    go: (world, probe) => asksInline(world, world.outsider, probe, world.outsider.chat),
  },
  {
    name: "staff ask inline in a group",
    clearance: null,
    go: (world, probe) => asksInline(world, world.staff, probe, world.group),
  },
  {
    name: "staff ask inline in a chat with somebody, after the same in the chat with the bot",
    clearance: null,
    async go(world, probe) {
      const shown = await hearsNothing(world, () => asksInline(world, world.staff, probe, world.staff.chat));
      return [
        shown,
        await asksInline(world, world.staff, probe),
        await asksInline(world, world.staff, probe, world.group),
      ];
    },
  },
  {
    name: "an outsider asks inline after staff did the same",
    clearance: null,
    async go(world, probe) {
      await hearsNothing(world, () => asksInline(world, world.staff, probe, world.staff.chat));
      return asksInline(world, world.outsider, probe);
    },
  },
  {
    name: "staff call the bot as a guest",
    clearance: null,
    go: (world, probe) => world.handles(world.staff.in(world.api.group({ bot: "left" })).summons(probe)),
  },
  {
    name: "staff call the bot as a guest in a private chat with somebody",
    clearance: null,
    go(world, probe) {
      const { user } = world.staff;
      const chat = { id: user.id, type: "private", first_name: "Minh" };
      const content = { message_id: 1, date: 0, chat, from: user, text: probe, guest_query_id: "1" };
      return world.handles(world.api.tells("guest_message", content));
    },
  },
  {
    name: "an outsider edits a question",
    clearance: null,
    async go(world, probe) {
      const { message } = world.outsider.says("Quy định 213 yêu cầu gì?");
      await world.handles(world.outsider.edits(message, probe));
    },
  },
  {
    name: "staff edit a question in a group",
    clearance: null,
    async go(world, probe) {
      const voice = inGroup(world, world.staff);
      const asked = voice.mentions("Quy định 213 yêu cầu gì?");
      await world.handles(asked);
      await world.handles(voice.edits(asked.message, mention(world, probe)));
    },
  },
  {
    name: "staff follow up in a group on what they asked in private",
    clearance: null,
    async go(world, probe) {
      await hearsNothing(world, () => world.handles(world.staff.says(probe)));
      const voice = inGroup(world, world.staff);
      await world.handles(voice.mentions("Văn bản đó ban hành ngày nào?"));
      await world.handles(voice.says(`/nguon@${world.api.me.username}`));
    },
  },
  {
    name: "an outsider follows up and asks for the sources",
    clearance: null,
    async go(world, probe) {
      await world.handles(world.outsider.says(probe));
      await world.handles(world.outsider.says("Văn bản đó ban hành ngày nào?"));
      await walks(world, world.outsider, "/nguon");
    },
  },
  {
    name: "the web page and the API",
    clearance: null,
    async go({ get, post }, probe) {
      const q = encodeURIComponent(probe);
      return [
        await get(`/?q=${q}`),
        await get(`/citations?q=${q}`),
        await get(`/documents?q=${q}`),
        await get(`/api/search?k=50&q=${q}`),
        await post("/api/ask", { question: probe }),
        await post("/api/cite", { text: probe }),
        await post("/api/check", { text: probe }),
      ];
    },
  },
];

/** Ways through the library that take no words. */
const walksThrough: readonly Path[] = [
  {
    name: "an outsider walks through the menu of the library",
    clearance: null,
    go: (world) => walks(world, world.outsider, "/vanban"),
  },
  {
    name: "a member walks through the menu of the library",
    clearance: "member",
    go: (world) => walks(world, world.member, "/vanban"),
  },
  {
    name: "staff walk through the menu in a group",
    clearance: null,
    go: (world) => asksAndPresses(world, inGroup(world, world.staff), `/vanban@${world.api.me.username}`, world.staff),
  },
  {
    name: "an outsider gives the commands of administrators",
    clearance: null,
    async go(world) {
      for (const words of ["/thuhoi 639", "/thieu", "/nhatky", "/nguoidung", "/moi", "/thuhoi đảo Thạch Sơn"])
        await walks(world, world.outsider, words);
    },
  },
  {
    name: "the web page lists and describes what there is",
    clearance: null,
    go: async ({ get }) =>
      Promise.all(["/", "/documents", "/api/documents", "/openapi.json", "/citations/639", "/gaps"].map(get)),
  },
];

/** What only staff hear, in the chat with the bot, is not part of what is looked at. */
async function hearsNothing(world: World, work: () => Promise<unknown>): Promise<void> {
  const [calls, entries] = [world.api.calls.length, world.logged.length];
  await work();
  world.api.calls.splice(calls);
  world.logged.splice(entries);
}

describe("of documents above their level", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });

  async function expectNoTraces({ clearance, go }: Omit<Path, "name">, asked: readonly string[]): Promise<void> {
    const traces = createTraces(clearance);
    for (const probe of asked) {
      // Else an answer may repeat what the person has typed before.
      await world.db.run("DELETE FROM conversations");
      const said = await world.heard(() => go(world, probe));
      expect({ probe, traces: traces(said, `${probe} Căn cứ Quy định số 639; KL 18`) }).toEqual({ probe, traces: [] });
    }
  }

  it("an outsider gets nothing by 500 questions", { timeout: 300_000 }, async () => {
    expect(probes).toHaveLength(500);
    await expectNoTraces({ clearance: null, go: (_, probe) => world.handles(world.outsider.says(probe)) }, probes);
  });

  it.each(paths)("nothing comes out where $name", { timeout: 300_000 }, async (path) => {
    // Of each document and kind of question some.
    const some = probes.filter((_, at) => at % 31 === 0);
    await expectNoTraces(path, some);
  });

  it.each(walksThrough)("nothing comes out where $name", { timeout: 300_000 }, async ({ clearance, go }) => {
    await expectNoTraces({ clearance, go: (_, typed) => go(world, typed) }, [""]);
  });

  it.each(restrictedDocuments)("no link opens $id for who may not read it", { timeout: 300_000 }, async ({ id }) => {
    const links = [`d-${id}`, ...[1, 2, 3, 4].map((at) => `p-${id}_${at}`)];
    const voices = [world.outsider, inGroup(world, world.outsider), inGroup(world, world.staff)];
    for (const link of links) {
      for (const voice of voices) {
        const go = () => world.handles(voice.says(`/start@${world.api.me.username} ${link}`));
        await expectNoTraces({ clearance: null, go }, [link]);
      }
      const passage = id + link.slice(-2).replace("_", ".");
      const go = async () => [
        await world.get(`/documents/${id}`),
        await world.get(`/documents/213-qd-tw?at=${passage}`),
        await world.get(`/api/documents/${id}`),
      ];
      await expectNoTraces({ clearance: null, go }, [id]);
    }
  });

  it("buttons of staff do nothing for others, nor for staff in a group", { timeout: 300_000 }, async () => {
    const offered = world.api.calls.length;
    for (const words of [
      "NQ 18 nói gì?",
      "Luân chuyển dự phòng đảo Thạch Sơn?",
      "/tracuu 18",
      "/tracuu 639",
      "/vanban",
    ])
      await walks(world, world.staff, words);
    await walks(world, world.staff, "/nguon");
    const calls = world.api.calls.slice(offered).map(({ fields }) => fields);
    expect(createTraces(null)(stringsIn(calls).join("\n"), "")).not.toEqual([]);
    const found = [...new Set(calls.flatMap(dataOf))];
    expect(new Set(found.map((one) => one.split(":")[0]))).toEqual(new Set(["which", "more", "card", "list", "fb"]));
    // Pages of sources, and handling once more, are offered where there are many, or something has failed.
    const pages = found.flatMap((one) => (one.startsWith("more:") ? [one.replace("more", "sources")] : []));
    const data = [...found, ...pages, ...Array.from({ length: 20 }, (_, at) => `again:${at}`)];
    const places = [
      [world.outsider, world.outsider],
      [world.outsider, inGroup(world, world.outsider)],
      [world.staff, inGroup(world, world.staff)],
    ] as const;
    for (const [who, voice] of places) {
      const go = async () => {
        await world.handles(voice.says(`/tracuu@${world.api.me.username} 213`));
        const under = world.api.sent.at(-1);
        for (const one of under ? data : []) await world.presses(who, under as Message, one);
      };
      // What a button carries, its presser has said.
      await expectNoTraces({ clearance: null, go }, [`/tracuu 213 ${data.join(" ")}`]);
    }
  });

  it("who has lost a role gets nothing more, also of what they asked before", { timeout: 300_000 }, async () => {
    await world.handles(world.staff.says("Phương án luân chuyển dự phòng đưa ai ra đảo Thạch Sơn?"));
    await world.handles(world.staff.says("/tracuu 639"));
    await world.access.people.setRole(world.staff.user.id, null, { actorId: 1, now: 0 });
    const from = 0;
    const go = async () => {
      await world.handles(world.staff.says("Văn bản đó ban hành ngày nào?"));
      await walks(world, world.staff, "/nguon");
      await world.pressesAll(world.staff, from);
    };
    // Of their own words, and of the buttons that stand in that chat already.
    await expectNoTraces({ clearance: null, go }, ["Phương án luân chuyển dự phòng đưa ai ra đảo Thạch Sơn?"]);
  });
});

describe("staff in the chat with the bot", () => {
  // Else what is looked for above might not be found where it stands.
  const controls: readonly Pick<Path, "name" | "go">[] = [
    { name: "questions", go: (world, about) => world.handles(world.staff.says(`${about} thế nào?`)) },
    { name: "/tracuu", go: (world) => world.handles(world.staff.says("/tracuu 639-QĐ/TW")) },
    {
      name: "/kiemtra",
      go: (world) => world.handles(world.staff.says("/kiemtra Theo Quy định 213-QĐ/TW và Kết luận 18")),
    },
    { name: "/vanban", go: (world) => walks(world, world.staff, "/vanban") },
    { name: "inline", go: (world, about) => asksInline(world, world.staff, about, world.staff.chat) },
    { name: "a link", go: (world) => world.handles(world.staff.starts("p-kin-can-bo_2")) },
    {
      name: "/nguon",
      async go(world, about) {
        await hearsNothing(world, () => world.handles(world.staff.says(`${about} thế nào?`)));
        await world.handles(world.staff.says("/nguon"));
      },
    },
    {
      name: "more passages",
      async go(world) {
        await hearsNothing(world, () => world.handles(world.staff.says("Hà Tĩnh luân chuyển bao nhiêu cán bộ?")));
        await world.handles(world.staff.presses("Đoạn liên quan"));
      },
    },
  ];

  it.each(controls)("get documents for staff by $name", async ({ go }) => {
    const world = await createWorld();
    const traces = createTraces(null);
    const found = await world.heard(() => go(world, "luân chuyển dự phòng đảo Thạch Sơn"));
    expect(traces(found, "")).not.toEqual([]);
  });

  it("get no link into the reader for them: it knows nobody", async () => {
    const world = await createWorld();
    await world.handles(world.staff.says("luân chuyển dự phòng đảo Thạch Sơn thế nào?"));
    await walks(world, world.staff, "/tracuu 639-QĐ/TW");
    const urls = world.api.sent.flatMap((message) =>
      buttonsOf(message).flatMap((button) => ("url" in button ? [button.url] : [])),
    );
    expect(urls.filter((url) => restrictedDocuments.some(({ id }) => url.includes(id)))).toEqual([]);
  });
});
