import type { Method } from "./methods.ts";
import type { Fields } from "./refusal.ts";
import { refuse } from "./refused.ts";

/** Methods about the bot itself, its updates and files, and what it may know of a chat. */
export const settingsMethods: Readonly<Record<string, Method>> = {
  getMe: ({ me }) => me,
  logOut: () => true,
  close: () => true,
  getUpdates: ({ delivery }, fields, { gone }) => delivery.getUpdates(fields, gone),
  setWebhook: ({ delivery }, fields) => delivery.setWebhook(fields),
  deleteWebhook: ({ delivery }, fields) => delivery.setWebhook({ ...fields, url: "" }),
  getWebhookInfo: ({ delivery }) => delivery.webhookInfo(),
  getFile({ files }, { file_id: id }) {
    const file = files.describe(id);
    if ("refusal" in file) refuse(file.refusal ?? "");
    return file;
  },
  ...stored("Commands", [], ({ commands }) => commands, ["set", "get", "delete"]),
  ...stored("Name", { name: "" }, ({ name = "" }) => ({ name })),
  ...stored("Description", { description: "" }, ({ description = "" }) => ({ description })),
  ...stored("ShortDescription", { short_description: "" }, ({ short_description = "" }) => ({ short_description })),
  setChatMenuButton({ settings }, { chat_id: chat = "", menu_button: button }) {
    settings.set(`menu:${chat}`, button ?? { type: "default" });
    return true;
  },
  getChatMenuButton: ({ settings }, { chat_id: chat = "" }) =>
    settings.get(`menu:${chat}`) ?? settings.get("menu:") ?? { type: "commands" },
  getChat: ({ chats }, { chat_id: id }) => ({ ...chats.forBot(id).info, accent_color_id: 0, max_reaction_count: 11 }),
  getChatMemberCount: ({ chats }, { chat_id: id }) => chats.forBot(id).members.size,
  getChatMember({ chats, users, me }, { chat_id: id, user_id: userId }) {
    const user = userId === me.id ? me : users.get(userId);
    if (!user) refuse("Bad Request: user not found");
    return { user, status: chats.forBot(id).members.get(userId) ?? "left" };
  },
  leaveChat({ chats, me }, { chat_id: id }) {
    const chat = chats.forBot(id);
    if (chat.isPrivate) refuse("Bad Request: chat member status can't be changed in private chats");
    chat.members.set(me.id, "left");
    return true;
  },
  createForumTopic({ chats, me }, { chat_id: id, name }) {
    const chat = chats.forBot(id);
    if (!["administrator", "creator"].includes(chat.members.get(me.id) ?? "")) {
      refuse("Bad Request: not enough rights to create a topic");
    }
    return { message_thread_id: chats.addTopic(chat, name), name, icon_color: 7_322_096 };
  },
};

/** Setting, reading and deleting of one thing about the bot, per language and scope. */
function stored(
  name: string,
  empty: unknown,
  read: (fields: Fields) => unknown,
  verbs: readonly string[] = ["set", "get"],
): Record<string, Method> {
  const key = ({ language_code: language = "", scope = { type: "default" } }: Fields) =>
    `${name}:${language}:${JSON.stringify(scope)}`;
  const all: Record<string, Method> = {
    [`setMy${name}`]: ({ settings }, fields) => Boolean(settings.set(key(fields), read(fields))),
    [`getMy${name}`]: ({ settings }, fields) => settings.get(key(fields)) ?? empty,
    [`deleteMy${name}`]: ({ settings }, fields) => {
      settings.delete(key(fields));
      return true;
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([method]) => verbs.some((verb) => method.startsWith(verb))));
}
