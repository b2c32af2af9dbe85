import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { createTelegram } from "./test/workers/telegram.ts";

/** Tests inside workerd, with a real D1. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: "./test/workers/wrangler.toml" },
      miniflare: {
        bindings: { MIGRATIONS: await readD1Migrations("src/adapters/sqlite/migrations") },
        outboundService: createTelegram(),
      },
    })),
  ],
  test: { include: ["test/workers/**/*.test.ts"], testTimeout: 30_000 },
});
