import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

/** Tests inside workerd, with a real D1. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: "./test/workers/wrangler.toml" },
      miniflare: { bindings: { MIGRATIONS: await readD1Migrations("src/adapters/sqlite/migrations") } },
    })),
  ],
  test: { include: ["test/workers/**/*.test.ts"], testTimeout: 30_000 },
});
