import { z } from "zod";

/** What a model proposes: sentences with the words of passages that it rests them on. Nothing of it is checked yet. */
export type ProposedSentences = z.output<typeof replySchema>["sentences"];

const replySchema = z.object({
  sentences: z.array(
    z.object({ text: z.string(), quotes: z.array(z.object({ passage: z.string(), quote: z.string() })) }),
  ),
});

/** The sentences of the first JSON object of `reply`; `undefined` when there is no such object in the form asked for. */
export function parseReply(reply: string): ProposedSentences | undefined {
  const json = firstObject(reply);
  if (json === undefined) return undefined;
  try {
    return replySchema.safeParse(JSON.parse(json)).data?.sentences;
  } catch {
    return undefined;
  }
}

/** The first JSON object of a reply, as written; what a model thought aloud before it is left out. */
export function firstObject(reply: string): string | undefined {
  const text = reply.replace(/^\s*<think>[\s\S]*?<\/think>/u, "");
  // Models put prose or a code fence around the object, so its end is found by its braces, those in strings left out.
  const start = text.indexOf("{");
  const tokens = /"(?:[^"\\]|\\.)*(?:"|$)|[{}]/gsu;
  tokens.lastIndex = Math.max(0, start);
  for (let depth = 0, token = tokens.exec(text); token && start >= 0; token = tokens.exec(text)) {
    if (token[0] === "{") depth += 1;
    if (token[0] === "}") depth -= 1;
    if (depth === 0) return text.slice(start, tokens.lastIndex);
  }
  return undefined;
}
