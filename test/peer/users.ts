import type { ChatMember, Update, User } from "grammy/types";
import type { PeerChat, Status } from "./chats.ts";
import { createInlineUser } from "./inline-user.ts";
import { createVoice, type SaidUpdate, type Voice } from "./voice.ts";
import type { World } from "./world.ts";

export type Player = ReturnType<typeof createPlayer>;

/** Who a user is; a number of its own is given to each. */
export interface NewUser {
  readonly name?: string;
  readonly language_code?: string;
  readonly username?: string;
  readonly id?: number;
}

/** A user to be played. What it does directly, it does in its private chat with the bot; elsewhere with `in`. */
export function createPlayer(world: World, { name = "Lan", language_code = "vi", username, id }: NewUser) {
  const user: User = {
    id: id ?? freeId(world),
    is_bot: false,
    first_name: name,
    language_code,
    ...(username && { username }),
  };
  world.users.set(user.id, user);
  const chat = world.chats.private(user);
  const home = createVoice(world, { user, chat });

  return {
    user,
    /** The private chat with the bot. */
    chat,
    ...home,
    /** The same user in a group, or in a topic of it. */
    in(place: PeerChat, topic?: number): Voice {
      if (!place.members.has(user.id)) place.members.set(user.id, "member");
      return createVoice(world, { user, chat: place, ...(topic !== undefined && { topic }) });
    },
    /** Presses Start, or opens a link with a payload. */
    starts(payload?: string): SaidUpdate {
      if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
        throw new Error(`Telegram opens no link with the payload "${payload}": 1-64 of A-Z, a-z, 0-9, _ and -`);
      }
      return home.says(payload === undefined ? "/start" : `/start ${payload}`);
    },
    /** Opens a link to the bot, as `https://t.me/<bot>?start=<payload>`. */
    follows(link: string): SaidUpdate {
      const { hostname, pathname, searchParams } = new URL(link);
      if (hostname !== "t.me" || pathname.slice(1).toLowerCase() !== world.me.username.toLowerCase()) {
        throw new Error(`Not a link to this bot: ${link}`);
      }
      return this.starts(searchParams.get("start") ?? undefined);
    },
    blocks: () => changeBot(world, { chat, by: user, status: "kicked" }),
    unblocks: () => changeBot(world, { chat, by: user, status: "member" }),
    /** Changes what the bot is in a group. */
    makesBot: (place: PeerChat, status: Status) => changeBot(world, { chat: place, by: user, status }),
    /** Comes into a group, which the bot is told by a service message. */
    joins(place: PeerChat): SaidUpdate {
      return this.in(place).sends({ new_chat_members: [user] });
    },
    /** Stops what the bot is writing. */
    stops(): Update {
      const { draft } = chat;
      if (!draft?.can_stop) throw new Error("There is no draft with a button to stop it");
      if (!draft.keep_on_stop) chat.hideDraft();
      const thread = draft.message_thread_id === undefined ? {} : { message_thread_id: draft.message_thread_id };
      const content = { chat: chat.info, draft_id: draft.draft_id, ...thread };
      return world.tell("stopped_message_generation", content, { about: user.id });
    },
    ...createInlineUser(world, user),
  };
}

function freeId({ users }: World): number {
  let id = 1001 + users.size;
  while (users.has(id)) id += 1;
  return id;
}

/** Changes the standing of the bot in a chat and tells it. In a private chat a bot is a member or blocked. */
function changeBot(
  world: World,
  { chat, by, status }: { readonly chat: PeerChat; readonly by: User; readonly status: Status },
): Update {
  // In a private chat the user's own entry says whether the bot may write.
  const whose = chat.isPrivate ? by.id : world.me.id;
  const before = chat.members.get(whose) ?? "left";
  chat.members.set(whose, status);
  // Of a member that is none, rights are looked at by nobody.
  const member = (standing: Status) => ({ user: world.me, status: standing }) as ChatMember;
  const content = {
    chat: chat.info,
    from: by,
    date: Math.floor(world.clock.now() / 1000),
    old_chat_member: member(before),
    new_chat_member: member(status),
  };
  return world.tell("my_chat_member", content, { about: chat.info.id });
}
