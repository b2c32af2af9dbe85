#!/usr/bin/env node
// Node 20 does not read TypeScript; tsx does, for this process.
import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
