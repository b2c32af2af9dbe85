import { isRole, type Role } from "../core/access.ts";
import type { OnNamesake } from "../core/uploads.ts";

/** What a button of an upload carries. The file itself is read from the message that the button's message replies to. */
export type UploadPress =
  | { readonly step: "choose" }
  | { readonly step: "cancel" }
  | { readonly step: "add"; readonly access: Role | null; readonly onNamesake: OnNamesake };

/** At most 64 bytes. */
export function uploadData(press: UploadPress): string {
  return press.step === "add" ? `up:add:${press.access ?? "all"}:${press.onNamesake}` : `up:${press.step}`;
}

/** The inverse of `uploadData`. */
export function readUploadData(data: string): UploadPress | undefined {
  if (data === "up:choose") return { step: "choose" };
  if (data === "up:cancel") return { step: "cancel" };
  const [, level = "", onNamesake] = /^up:add:(\w+):(\w+)$/.exec(data) ?? [];
  if (onNamesake !== "ask" && onNamesake !== "replace" && onNamesake !== "keep") return undefined;
  if (level !== "all" && !isRole(level)) return undefined;
  return { step: "add", access: level === "all" ? null : level, onNamesake };
}
