// A thread does not take over the TypeScript loader of the program that starts it.
import { register } from "tsx/esm/api";

register();
await import("./read-worker.ts");
