import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { replyText } from "./reply.ts";

/** How the payload of an invitation's deep link begins. */
export const INVITATION_START = "moi-";

/** `/start moi-…`: the role that the invitation gives, or one sentence why there is none. */
export async function redeem(ctx: BotContext, code: string, access: Access): Promise<void> {
  const { person, messages } = ctx;
  if (!person) return;
  const { redeemed, roles } = messages.access;
  if (access.mode === "list") return replyText(ctx, redeemed.off);
  const outcome = await access.invitations.redeem(code, { actorId: person.userId, now: access.now() });
  if (outcome.kind === "redeemed")
    return replyText(ctx, `${redeemed.redeemed(roles[outcome.role])}\n\n${messages.start}`);
  if (outcome.kind === "has-role") return replyText(ctx, redeemed["has-role"](roles[outcome.role]));
  await replyText(ctx, redeemed[outcome.kind]);
}
