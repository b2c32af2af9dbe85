/**
 * What is embedded for a part of a passage: its nearest telling heading, then its words. A label such as "khoản 2"
 * tells nothing, so the document's title stands in for it.
 */
export function unitText(place: { readonly title: string; readonly path: readonly string[] }, text: string): string {
  const heading = place.path.findLast((label) => label.split(/\s+/).length >= 3) ?? place.title;
  return text.startsWith(heading) ? text : `${heading}. ${text}`;
}
