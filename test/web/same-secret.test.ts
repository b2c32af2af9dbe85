import fc from "fast-check";
import { expect, it } from "vitest";
import { isSameSecret } from "../../src/web/same-secret.ts";

const secrets = fc.stringMatching(/^[\w-]{1,256}$/);

it("holds for a secret and itself", () =>
  fc.assert(fc.asyncProperty(secrets, (secret) => isSameSecret(secret, secret))));

it("agrees with ===", () =>
  fc.assert(
    fc.asyncProperty(secrets, secrets, async (left, right) => (await isSameSecret(left, right)) === (left === right)),
  ));

it("fails for every change of one character", async () => {
  const changed = Array.from("Abc-123_", (_, at) => `${"Abc-123_".slice(0, at)}x${"Abc-123_".slice(at + 1)}`);
  expect(await Promise.all(changed.map((given) => isSameSecret(given, "Abc-123_")))).not.toContain(true);
});
