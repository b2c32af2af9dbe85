/**
 * Whether a word can be a Vietnamese syllable as it is spelled: onset, rime and tone that go together. It says nothing
 * about meaning; it tells text that was read in the right encoding from text that was not.
 */
export function isSyllable(word: string): boolean {
  if (word.length > MAX_LENGTH) return false;
  const known = JUDGED.get(word);
  if (known !== undefined) return known;
  const letters = word.toLowerCase().normalize("NFD");
  const tones = letters.match(TONES) ?? [];
  const plain = letters.replace(TONES, "").normalize("NFC");
  // "các" and "cạc" end in a stop and can be, "cac" and "càc" cannot.
  const isStopped = /(?:p|t|c|ch)$/.test(plain);
  const fits = isStopped ? /^[\u0301\u0323]$/.test(tones.join("")) : tones.length <= 1;
  const isPossible = fits && SYLLABLES.has(plain);
  if (JUDGED.size < MAX_JUDGED) JUDGED.set(word, isPossible);
  return isPossible;
}

// "nghiêng", with its marks apart.
const MAX_LENGTH = 10;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
// The words of a library repeat; those of a hostile file need not.
const MAX_JUDGED = 50_000;
const JUDGED = new Map<string, boolean>();

const RIMES = words(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh
  uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
`);

const BEFORE_ALL = words("b ch d đ h l m n nh p ph r s t th tr v x kh");
const BEFORE_BACK = words("c g ng");
const BEFORE_FRONT = words("k gh ngh");

const SYLLABLES: ReadonlySet<string> = new Set([
  ...RIMES,
  ...join(BEFORE_ALL, RIMES),
  ...join(
    BEFORE_BACK,
    RIMES.filter((rime) => !isFront(rime)),
  ),
  ...join(BEFORE_FRONT, RIMES.filter(isFront)),
  ...join(
    ["gi"],
    RIMES.filter((rime) => !rime.startsWith("i")),
  ),
  ...words("gi gin giêng giêc"),
  ...join(
    ["qu"],
    RIMES.filter((rime) => /^(?:[aăâeêơ]|i$|it$|ôc$)/.test(rime)),
  ),
  ...join(
    ["q"],
    RIMES.filter((rime) => rime.startsWith("uy")),
  ),
  ...words("y yêm yên yêng yêt yêu hy ky ly my ny sy ty vy"),
]);

function isFront(rime: string): boolean {
  return /^[eêi]/.test(rime);
}

function join(onsets: readonly string[], rimes: readonly string[]): string[] {
  return onsets.flatMap((onset) => rimes.map((rime) => onset + rime));
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
