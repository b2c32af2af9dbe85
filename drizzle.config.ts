import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: ["./src/adapters/sqlite/schema.ts", "./src/adapters/sqlite/bot-schema.ts"],
  out: "./src/adapters/sqlite/migrations",
});
