import { compareIssuers } from "../src/citation/issuers.ts";
import { matchForm } from "../src/core/text.ts";
import type { FindReferences } from "./identify.ts";
import { type DoubtfulFacts, readSureIdentity } from "./identity-doubts.ts";
import { fitsIssuer, fitsKind, numberInName } from "./identity-name.ts";
import type { Notice, ReadDocument } from "./read.ts";

/** Where front matter, page and file name say different things of the document; each notice names what is used. */
export function conflictsIn(document: ReadDocument, fileName: string, findReferences: FindReferences): Notice[] {
  const { frontMatter } = document;
  const { page, doubtful } = readSureIdentity(document, findReferences);
  const found: string[] = [];
  const compare = (fact: string, stated: string | null | undefined, read: string | null, isSame = isEqual) => {
    if (stated && read && !isSame(stated, read))
      found.push(`${fact}: the front matter says ${stated}, the page says ${read}; the front matter is used`);
  };
  compare("number", frontMatter?.number, page.own?.number ?? null);
  compare("kind", frontMatter?.kind, page.kind);
  compare("date", frontMatter?.issuedOn, page.issuedOn);
  compare("issuer", frontMatter?.issuer, page.issuer, (a, b) => compareIssuers(a, b) !== "different");

  const number = frontMatter?.number ?? page.own?.number ?? null;
  const source = frontMatter?.number ? "front matter" : "page";
  const named = numberInName(fileName, findReferences)?.number ?? null;
  if (named !== null && number !== null && !isEqual(named, number))
    found.push(`number: the file name says ${named}, the ${source} says ${number}; the ${source} is used`);
  if (named !== null && number === null && page.isUnnumbered)
    found.push(`number: the file name says ${named}, the page leaves the number open; none is used`);
  if (page.own && page.kind !== null && !fitsKind(page.kind, page.own.symbol))
    found.push(`kind: the title says ${page.kind}, the number on the page is ${page.own.number}; the title is used`);
  if (page.own && page.issuer !== null && !fitsIssuer(page.issuer, page.own.suffix))
    found.push(`issuer: the page names ${page.issuer}, its number is ${page.own.number}; both are used`);
  return [
    ...found.map((message): Notice => ({ code: "conflicting-facts", message })),
    ...doubtsIn(doubtful, { number: number ?? named, issuedOn: frontMatter?.issuedOn ?? null }),
  ];
}

/** Facts that nothing but doubtful characters says, and how they can be made sure. */
function doubtsIn({ number, issuedOn }: DoubtfulFacts, stated: DoubtfulFacts): Notice[] {
  const messages = [
    number !== null &&
      (stated.number === null || !isEqual(stated.number, number)) &&
      `number: recognised as ${number}, which is not sure; it is not used. If it is right, name the file by it, as in 213-qd-tw.pdf`,
    issuedOn !== null &&
      stated.issuedOn === null &&
      `date: recognised as ${issuedOn}, which is not sure; it is not used. Scan the page anew, with 300 dots per inch`,
  ];
  return messages.filter((message) => message !== false).map((message) => ({ code: "uncertain-facts", message }));
}

function isEqual(a: string, b: string): boolean {
  return matchForm(a) === matchForm(b);
}
