import type { Composer } from "grammy";
import type { Access } from "./access.ts";
import { adminOnly } from "./admin-only.ts";
import { AUDIT, pressAudit, showAudit } from "./audit.ts";
import type { BotContext } from "./context.ts";
import { FORGET, offerToForget, pressForget } from "./forget.ts";
import { INVITE, offerInvitation, pressInvite } from "./invite.ts";
import { PEOPLE, pressPeople, showPeople } from "./people.ts";
import { INVITATION_START, redeem } from "./redeem.ts";

/** Invitations, people and their roles, the trail, and forgetting: to stand before the other commands. */
export function handleAccess(composer: Composer<BotContext>, { access }: { readonly access: Access }): void {
  composer
    .chatType("private")
    .command("start")
    .filter(
      ({ match }) => match.startsWith(INVITATION_START),
      (ctx) => redeem(ctx, ctx.match.slice(INVITATION_START.length), access),
    );
  composer.command(["quenhet", "forget"], (ctx) => offerToForget(ctx, access));
  composer.callbackQuery(new RegExp(`^${FORGET}:`), (ctx) => pressForget(ctx, access));

  const admins = adminOnly(composer);
  admins.command(["moi", "invite"], (ctx) => offerInvitation(ctx, access));
  admins.command(["nguoidung", "people"], (ctx) => showPeople(ctx, ctx.match, access));
  admins.command(["nhatky", "audit"], (ctx) => showAudit(ctx, access));
  admins.callbackQuery(new RegExp(`^${INVITE}:`), (ctx) => pressInvite(ctx, access));
  admins.callbackQuery(new RegExp(`^${PEOPLE}:`), (ctx) => pressPeople(ctx, access));
  admins.callbackQuery(new RegExp(`^${AUDIT}:`), (ctx) => pressAudit(ctx, access));
}
