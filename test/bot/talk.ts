import { sql } from "drizzle-orm";
import type { Message } from "grammy/types";
import type { Role } from "../../src/core/access.ts";
import { openSmallLibrary, type SmallDocument, smallDocuments } from "../fakes/small-library.ts";
import { labelsOf } from "../peer/voice.ts";
import { type ChatParts, createChat } from "./chat.ts";

/** A bot over a small library that is really searched, and Lan who talks to it. */
export async function talk(parts: ChatParts = {}, documents: readonly SmallDocument[] = smallDocuments) {
  const library = await openSmallLibrary(documents);
  const chat = await createChat({ library: library.reading, publicUrl: "https://thu-vien.example", ...parts });
  const lan = chat.api.user({ name: "Lan" });
  return {
    ...chat,
    library,
    lan,
    labels: (message: Message = chat.last()) => labelsOf(message),
    async gives(role: Role): Promise<void> {
      await chat.db.run(sql`INSERT INTO people(user_id, role, added_at, seen_at) VALUES (${lan.user.id}, ${role}, 0, 0)
        ON CONFLICT(user_id) DO UPDATE SET role = ${role}`);
    },
  };
}
