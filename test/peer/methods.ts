import { draftMethods } from "./methods-draft.ts";
import { editMethods } from "./methods-edit.ts";
import { queryMethods } from "./methods-query.ts";
import { sendMethods } from "./methods-send.ts";
import { settingsMethods } from "./methods-settings.ts";
import type { Fields } from "./refusal.ts";
import { refuse } from "./refused.ts";
import type { World } from "./world.ts";

/** A file that came with a call, by the name under which the call refers to it. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** What comes with a call besides its fields. */
export interface CallParts {
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the caller has hung up. */
  readonly gone: AbortSignal;
}

export type Method = (world: World, fields: Fields, parts: CallParts) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  ...sendMethods,
  ...editMethods,
  ...draftMethods,
  ...queryMethods,
  ...settingsMethods,
};

/** Carries out a call that `refusalOf` has let through; throws `Refused` where the chat does not allow it. */
export async function applyMethod(
  world: World,
  method: string,
  [fields, parts]: [Fields, CallParts],
): Promise<unknown> {
  const apply = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!apply) refuse(`Not Modelled: this peer knows the method ${method} but not what it does`);
  return apply(world, fields, parts);
}
