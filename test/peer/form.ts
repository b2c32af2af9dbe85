import type { Upload } from "./methods.ts";
import type { Fields } from "./refusal.ts";
import { formValue } from "./schema.ts";

/** What came with a call: its fields, and files beside the fields that name them. */
export interface Body {
  readonly fields: Fields;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/**
 * A call sent as a form: all that is not text is said in JSON. Node 20 reads no form whose headers lack the usual
 * spaces, as those of grammY do.
 */
export function readForm(bytes: Buffer, contentType: string, method: string): Body {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? "";
  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  // One character a byte, so that a file stays what it is.
  for (const part of bytes.toString("latin1").split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const head = Buffer.from(part.slice(0, end), "latin1").toString("utf8");
    const content = Buffer.from(part.slice(end + 4, -2), "latin1");
    const name = /[ ;]name="([^"]*)"/i.exec(head)?.[1] ?? "";
    const fileName = /filename="?([^"\r\n;]*)/i.exec(head)?.[1];
    const mimeType = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? "application/octet-stream";
    if (fileName !== undefined) uploads.set(name, { name: fileName, mimeType, bytes: new Uint8Array(content) });
    else fields[name] = formValue(method, name, content.toString("utf8"));
  }
  return { fields, uploads };
}
