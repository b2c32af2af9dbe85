/** How long a link to the page of gaps works, in seconds. */
export const GAPS_LINK_SECONDS = 3600;

/** What opens the page of gaps until `until` (seconds since 1970): nobody without the bot's token can work it out. */
export async function gapsKey(token: string, until: number): Promise<string> {
  const own = await crypto.subtle.digest("SHA-256", bytes(`trichdan gaps ${token}`));
  const key = await crypto.subtle.importKey("raw", own, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, bytes(`gaps ${until}`));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
