import { fold } from "../core/text.ts";

// Every rime of Vietnamese without its tone.
const RIMES = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et " +
    "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang " +
    "oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt " +
    "ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych " +
    "uyên uyêt uynh uyt uyn uyp uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
  ).split(" "),
);
const RIMES_FOLDED = new Set([...RIMES].map(fold));
const ONSETS = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x";
const SHAPE = new RegExp(`^(${ONSETS}|)(.+)$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOPPED = /(?:c|ch|p|t)$/;

/** Whether a word can be a Vietnamese syllable, with marks or without all of them; in lower case. */
export function isSyllable(word: string): boolean {
  const taken = word.normalize("NFD");
  const tones = taken.match(TONE) ?? [];
  const base = taken.replace(TONE, "").normalize("NFC");
  // A stopped syllable rises or falls: sắc or nặng, where it is marked at all.
  if (tones.length > 1 || (STOPPED.test(base) && tones.some((tone) => tone !== "\u0301" && tone !== "\u0323")))
    return false;
  return hasRime(base, RIMES) || (fold(base) === base && hasRime(base, RIMES_FOLDED));
}

function hasRime(base: string, rimes: ReadonlySet<string>): boolean {
  const [, onset = "", rime = ""] = SHAPE.exec(base) ?? [];
  // "gì", "giêng": the i is of onset and rime alike.
  return rimes.has(rime) || (onset === "gi" && rimes.has(`i${rime}`)) || base === "gi";
}
