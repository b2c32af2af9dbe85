import type { Role } from "../../src/core/access.ts";
import { type ChatParts, createChat } from "./chat.ts";

/** Of the person who plays in `createChat`. */
const LAN = 1001;

/** Parts of a chat in which Lan is an administrator. */
export const AS_ADMIN = { rights: { adminIds: [LAN] } };

/** A chat in which Lan has another role. */
export async function createChatAs(role: Exclude<Role, "admin">, parts: ChatParts = {}) {
  const chat = await createChat(parts);
  await chat.access.people.setRole(LAN, role, { actorId: 1, now: 0 });
  return chat;
}
