import { defineConfig } from "vitest/config";

/** Needs a Chromium: `CHROMIUM` says where, by default where Debian puts it. */
export default defineConfig({
  test: { include: ["test/browser/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
