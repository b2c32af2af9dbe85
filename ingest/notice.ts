import type { Notice } from "./read.ts";

/** Something that the owner of a file should know of it: what reading it found, or what the library does with it. */
export interface FileNotice {
  readonly code: Notice["code"] | "missing" | "moved" | "replaced" | "access-kept";
  readonly message: string;
}
