import { beforeEach, describe, expect, it } from "vitest";
import { type Role, roles } from "../../src/core/access.ts";
import type { Audit } from "../../src/core/audit.ts";
import type { Invitations, People } from "../../src/core/people.ts";

const ADMIN = 1;
const FIXED = 99;
const DAY_MS = 24 * 3_600_000;

interface Rights {
  readonly people: People;
  readonly invitations: Invitations;
  readonly audit: Audit;
}

/** What people, invitations and the trail promise together. `create` opens empty ones with these fixed administrators. */
export function testAccess(create: (adminIds: readonly number[]) => Promise<Rights>): void {
  let access: Rights;
  beforeEach(async () => {
    access = await create([FIXED]);
  });
  const act = (now = 0, actorId = ADMIN) => ({ actorId, now });
  const roleOf = async (userId: number) => (await access.people.find(userId))?.role;
  const actions = async () => (await access.audit.list({ offset: 0, limit: 100 })).map(({ action }) => action);

  describe("people", () => {
    it("knows nobody at first but the administrators of the settings", async () => {
      expect(await access.people.find(7)).toBeUndefined();
      expect(await access.people.find(FIXED)).toEqual({
        userId: FIXED,
        role: "admin",
        isFixed: true,
        language: null,
        seenAt: 0,
      });
    });

    it("keeps role and language when somebody is seen again", async () => {
      await access.people.setLanguage(7, "en", 10);
      await access.people.setRole(7, "staff", act(11));
      await access.people.seen(7, 20);
      const person = { userId: 7, role: "staff", isFixed: false, language: "en", seenAt: 20 };
      expect(await access.people.find(7)).toEqual(person);
    });

    it("changes a role, and takes it away", async () => {
      expect(await access.people.setRole(7, "trainer", act())).toBe("changed");
      expect(await access.people.setRole(7, "trainer", act())).toBe("unchanged");
      expect(await access.people.setRole(7, null, act())).toBe("changed");
      expect(await roleOf(7)).toBeNull();
    });

    it("leaves the administrators of the settings alone", async () => {
      await access.people.seen(FIXED, 5);
      expect(await access.people.setRole(FIXED, null, act())).toBe("fixed");
      expect(await roleOf(FIXED)).toBe("admin");
    });

    it("lets the administrators of the settings take the role from any other", async () => {
      await access.people.setRole(7, "admin", act());
      expect(await access.people.setRole(7, "member", act())).toBe("changed");
    });

    it("does not let the last administrator go, also when two act on each other at once", async () => {
      access = await create([]);
      await access.people.setRole(7, "admin", act());
      await access.people.setRole(8, "admin", act());
      const outcomes = await Promise.all([
        access.people.setRole(7, null, act(1, 8)),
        access.people.setRole(8, null, act(1, 7)),
      ]);
      expect(outcomes.sort()).toEqual(["changed", "last-admin"]);
      const left = await Promise.all([roleOf(7), roleOf(8)]);
      expect(left.filter((role) => role === "admin")).toHaveLength(1);
    });

    it("lists the highest role first, then who was here last, page by page", async () => {
      const given: [number, Role | null][] = [
        [1, null],
        [2, "member"],
        [3, "staff"],
        [4, "member"],
      ];
      for (const [userId, role] of given) {
        await access.people.seen(userId, userId);
        if (role) await access.people.setRole(userId, role, act());
      }
      const pages = [0, 2, 4].map((offset) => access.people.list({ offset, limit: 2 }));
      const ids = (await Promise.all(pages)).map((page) => page.map(({ userId }) => userId));
      expect(ids).toEqual([[FIXED, 3], [4, 2], [1]]);
    });

    it("takes ids beyond 32 bits", async () => {
      await access.people.setRole(9_007_199_254_740_000, "staff", act());
      expect(await roleOf(9_007_199_254_740_000)).toBe("staff");
    });
  });

  describe("invitations", () => {
    const make = (uses: number, role: Role = "staff") =>
      access.invitations.make({ role, uses, expiresAt: DAY_MS }, act());
    const redeem = (code: string, userId: number, now = 1) => access.invitations.redeem(code, act(now, userId));
    const usesLeft = async () => (await access.invitations.open({ offset: 0, limit: 9 }, 1))[0]?.usesLeft;

    it("has codes of at least 128 bits that a deep link can carry", async () => {
      const codes = await Promise.all(Array.from({ length: 50 }, () => make(1)));
      expect(new Set(codes).size).toBe(50);
      expect(codes.filter((code) => !/^[\w-]{22,60}$/.test(code))).toEqual([]);
    });

    it("gives its role once for each use", async () => {
      const code = await make(2);
      expect(await redeem(code, 7)).toEqual({ kind: "redeemed", role: "staff" });
      expect([await roleOf(7), await usesLeft()]).toEqual(["staff", 1]);
    });

    it("consumes no use of who has that role or a higher one", async () => {
      const code = await make(1, "trainer");
      await access.people.setRole(7, "trainer", act());
      await access.people.setRole(8, "staff", act());
      expect(await redeem(code, 7)).toEqual({ kind: "has-role", role: "trainer" });
      expect(await redeem(code, 8)).toEqual({ kind: "has-role", role: "staff" });
      expect(await redeem(code, FIXED)).toEqual({ kind: "has-role", role: "admin" });
      expect([await roleOf(8), await usesLeft()]).toEqual(["staff", 1]);
    });

    it("raises a lower role", async () => {
      await access.people.setRole(7, "member", act());
      expect(await redeem(await make(1), 7)).toEqual({ kind: "redeemed", role: "staff" });
      expect(await roleOf(7)).toBe("staff");
    });

    it("says why an invitation gives nothing", async () => {
      const [expired, revoked, used] = [await make(1), await make(1), await make(1)];
      expect(await access.invitations.revoke(revoked, act())).toBe(true);
      await redeem(used, 7);
      const outcomes = [
        await redeem(expired, 8, DAY_MS),
        await redeem(revoked, 8),
        await redeem(used, 8),
        await redeem("no-such-code", 8),
      ];
      expect(outcomes.map(({ kind }) => kind)).toEqual(["expired", "revoked", "used-up", "unknown"]);
      expect(await access.people.find(8)).toBeUndefined();
    });

    it.each([1, 7])("never gives more than %i uses to 50 people at once", async (uses) => {
      const code = await make(uses);
      const people = Array.from({ length: 50 }, (_, index) => 1000 + index);
      const outcomes = await Promise.all(people.map((userId) => redeem(code, userId)));
      const redeemed = people.filter((_, index) => outcomes[index]?.kind === "redeemed");
      const known = await Promise.all(people.map(roleOf));
      expect(redeemed).toHaveLength(uses);
      expect(people.filter((_, index) => known[index] === "staff")).toEqual(redeemed);
      expect(outcomes.filter(({ kind }) => kind === "used-up")).toHaveLength(50 - uses);
      expect((await actions()).filter((action) => action === "invitation-redeemed")).toHaveLength(uses);
      expect(await access.invitations.open({ offset: 0, limit: 9 }, 1)).toEqual([]);
    });

    it("gives one use to one person, however often they press at once", async () => {
      const code = await make(5);
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(code, 7)));
      expect(outcomes.filter(({ kind }) => kind === "redeemed")).toHaveLength(1);
      expect(await usesLeft()).toBe(4);
    });

    it("lists what can be followed, the first to expire first, page by page", async () => {
      const later = await access.invitations.make({ role: "member", uses: 1, expiresAt: 2 * DAY_MS }, act());
      const sooner = await make(3);
      const gone = await make(1);
      await access.invitations.revoke(gone, act());
      const open = (offset: number, now = 1) => access.invitations.open({ offset, limit: 1 }, now);
      expect(await open(0)).toEqual([{ code: sooner, role: "staff", usesLeft: 3, expiresAt: DAY_MS }]);
      expect((await open(1)).map(({ code }) => code)).toEqual([later]);
      expect((await open(0, DAY_MS)).map(({ code }) => code)).toEqual([later]);
    });

    it("takes back once", async () => {
      const code = await make(1);
      expect([
        await access.invitations.revoke(code, act()),
        await access.invitations.revoke(code, act()),
        await access.invitations.revoke("no-such-code", act()),
      ]).toEqual([true, false, false]);
    });
  });

  describe("the trail", () => {
    it("has every change of rights, the latest first, and none of what did not happen", async () => {
      const code = await access.invitations.make({ role: "staff", uses: 1, expiresAt: DAY_MS }, act(1));
      await access.invitations.redeem(code, act(2, 7));
      await access.invitations.redeem(code, act(3, 8));
      await access.people.setRole(7, null, act(4));
      await access.people.setRole(7, null, act(5));
      await access.people.setRole(FIXED, null, act(5));
      const other = await access.invitations.make({ role: "member", uses: 1, expiresAt: DAY_MS }, act(6));
      await access.invitations.revoke(other, act(7));
      await access.invitations.revoke(other, act(8));
      expect(await access.audit.list({ offset: 0, limit: 9 })).toEqual([
        { action: "invitation-revoked", actorId: ADMIN, personId: null, subject: "member", at: 7 },
        { action: "invitation-made", actorId: ADMIN, personId: null, subject: "member", at: 6 },
        { action: "role-changed", actorId: ADMIN, personId: 7, subject: null, at: 4 },
        { action: "invitation-redeemed", actorId: 7, personId: 7, subject: "staff", at: 2 },
        { action: "invitation-made", actorId: ADMIN, personId: null, subject: "staff", at: 1 },
      ]);
    });

    it("takes what is recorded of documents, and goes by pages", async () => {
      for (const at of [1, 2, 3])
        await access.audit.record({ action: "document-added", actorId: 7, personId: null, subject: `${at}-CT/TW` }, at);
      const subjects = (await access.audit.list({ offset: 1, limit: 1 })).map(({ subject }) => subject);
      expect(subjects).toEqual(["2-CT/TW"]);
    });

    it("names every role that there is", async () => {
      for (const role of roles) await access.people.setRole(7, role, act());
      expect((await access.audit.list({ offset: 0, limit: 9 })).map(({ subject }) => subject)).toEqual(
        [...roles].reverse(),
      );
    });
  });
}
