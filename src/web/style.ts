/** The one style sheet of the site. Colours are chosen for a contrast of at least 4.5 in both schemes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --wash: #f5f5f2; --ink: #1c1e21; --quiet: #565c63; --line: #d9dbd6;
  --link: #0b4f94; --brand: #9f1d20; --on-brand: #fff; --warn: #7a3e00; --warn-wash: #fff3dc; --mark: #ffe58a;
  --right: #17602a; --right-wash: #e4f3e6; --wrong: #96161a; --wrong-wash: #fde9e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --wash: #202327; --ink: #e9e8e4; --quiet: #a9afb6; --line: #3a3f45;
    --link: #8fc1f5; --brand: #b5282b; --on-brand: #fff; --warn: #f5c98a; --warn-wash: #35291a; --mark: #6b5300;
    --right: #9bd9a5; --right-wash: #17301d; --wrong: #ffb4ad; --wrong-wash: #401b1b;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.wide { max-width: 46rem; margin-inline: auto; padding-inline: 1rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
h1, h2 { line-height: 1.3; }
h1 { font-size: 1.5rem; margin: .25rem 0 .75rem; }
h1 .title { display: block; margin-top: .25rem; font-size: 1.125rem; font-weight: 400; line-height: 1.45; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; }
.quiet { color: var(--quiet); }
.small { font-size: .9375rem; }
.lead { margin-top: 0; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; z-index: 1; padding: .5rem 1rem; background: var(--paper); }

header.site { border-top: 4px solid var(--brand); border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
header.site > div { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; column-gap: 1rem; }
.brand { font-weight: 700; color: var(--ink); text-decoration: none; padding-block: .75rem; }
header.site nav a { padding-block: .75rem; }
header.site nav { display: flex; flex-wrap: wrap; column-gap: 1.25rem; }
@media (max-width: 35.99rem) {
  header.site .brand { padding-block: .5rem 0; }
  header.site nav { column-gap: 1rem; font-size: .9375rem; }
  header.site nav a { padding-block: .625rem; }
}
footer { margin-top: 2.5rem; padding-block-end: 2rem; color: var(--quiet); font-size: .9375rem; }
footer p { padding-top: 1rem; border-top: 1px solid var(--line); }

label { display: block; font-weight: 600; margin-bottom: .25rem; }
textarea, input[type=search], input[type=date], select {
  width: 100%; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--quiet); border-radius: 6px; padding: .5rem .625rem; min-height: 2.875rem;
}
textarea { display: block; resize: vertical; field-sizing: content; min-height: 4.5rem; max-height: 16rem; }
button, .button {
  font: inherit; font-weight: 600; flex: none; white-space: nowrap; text-align: center; min-height: 2.75rem; padding: .5rem 1.125rem; cursor: pointer;
  border: 1px solid var(--brand); border-radius: 6px; background: var(--brand); color: var(--on-brand); text-decoration: none;
}
.button { background: none; border-color: var(--line); color: var(--link); font-size: .9375rem; font-weight: 500; padding: .5625rem .75rem; }
.button:hover { border-color: var(--link); }
[hidden] { display: none; }
.row { display: flex; align-items: center; gap: .75rem; margin-top: .625rem; }
.row p { margin: 0; line-height: 1.4; }
input[type=file] { max-width: 100%; font: inherit; font-size: .9375rem; }
.filter { display: grid; gap: .75rem; align-items: end; }
@media (min-width: 36rem) { .filter { grid-template-columns: 2fr 1fr auto; } }

.answer { margin-top: 1.25rem; padding: 1rem; background: var(--wash); border-radius: 8px; }
.answer h2 { margin-top: 0; font-size: 1rem; color: var(--quiet); }
.answer .text { font-size: 1.125rem; }
.answer .text p:first-child { margin-top: 0; }
.answer .text p:last-child { margin-bottom: 0; }
.answer .text + p { margin-top: .75rem; }
.answer > :last-child { margin-bottom: 0; }
.marker { font-weight: 600; text-decoration: none; white-space: nowrap; }
.notice { margin: .75rem 0; padding: .5rem .75rem; border-left: 4px solid var(--line); background: var(--wash); font-size: .9375rem; }
.answer .notice { padding: 0 0 0 .75rem; }
.notice.warn { border-color: var(--warn); background: var(--warn-wash); color: var(--warn); }
.card { margin: .75rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; scroll-margin-top: 1rem; }
.card:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
blockquote { margin: 0 0 .75rem; padding-left: .875rem; border-left: 3px solid var(--brand); white-space: pre-line; }
.cite p { margin: 0; }
.cite .name { font-weight: 600; }
.badges { display: flex; flex-wrap: wrap; gap: .375rem; margin: .5rem 0 0; }
.badge { padding: .0625rem .5rem; border: 1px solid currentColor; border-radius: 4px; font-size: .875rem; color: var(--quiet); }
.badge.warn { color: var(--warn); background: var(--warn-wash); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin: .875rem 0 0; }
.card .button { flex: 1 1 auto; }
@media (min-width: 36rem) { .card .button { flex: none; } }
.list { list-style: none; margin: .5rem 0; padding: 0; border-top: 1px solid var(--line); }
.list li { padding: .625rem 0; border-bottom: 1px solid var(--line); }
.list p { margin: .125rem 0 0; }
.list .badges { margin-top: .375rem; }
pre { padding: .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }

.facts { margin: .75rem 0; font-size: .9375rem; }
.facts div { display: flex; gap: .75rem; padding: .125rem 0; }
.facts dt { flex: 0 0 8.5rem; color: var(--quiet); }
.facts dd { margin: 0; }
.reader { margin-top: 1.5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
.reader p, .reader h2 { white-space: pre-wrap; }
.reader h2 { margin-bottom: .25rem; }
.reader .item { padding-left: 1rem; text-indent: -.75rem; margin-block: .25rem; }
.reader .path { margin: 1.25rem 0 -.25rem; font-size: .875rem; color: var(--quiet); }
.unsure { text-decoration: underline dotted 2px; text-decoration-color: var(--warn); text-underline-offset: .2em; }
.unsure.figure { text-decoration-style: double; text-decoration-thickness: auto; font-weight: 600; }
.unsure-note { color: var(--warn); }
mark { background: var(--mark); color: inherit; padding-block: .125rem; scroll-margin-block: 25vh; }

.card h2 { margin-top: 0; }
.card h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
.card h4 { margin: .75rem 0 0; font-size: .9375rem; font-weight: 500; color: var(--quiet); }
.card .list { margin-top: 0; border-top: 0; }
.card .list li:last-child { border-bottom: 0; }
.proof { margin: .25rem 0 .5rem; padding-left: .75rem; border-left: 3px solid var(--line); font-size: .9375rem; }
.proof q, .proof a { display: block; }
.sides { display: grid; gap: .5rem 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
.sides p { margin: 0; }
summary { padding-block: .5rem; color: var(--link); cursor: pointer; }
.superseded, .repealed, .replacement-ordered, .ambiguous { color: var(--warn); }
.in-force, .verified { color: var(--right); }
.mismatch { color: var(--wrong); }
.unknown { color: var(--quiet); }
@media (max-width: 35.99rem) { .lookup { grid-template-columns: 1fr auto; } .lookup > :first-child { grid-column: 1 / -1; } }

.draft-form label { margin-top: .75rem; }
.draft-form textarea { min-height: 12rem; }
.summary { font-size: 1.125rem; }
.draft { max-height: 70vh; overflow-y: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; }
.draft mark { padding-inline: .125rem; border-bottom: 2px solid currentColor; }
.draft mark.verified { background: var(--right-wash); }
.draft mark.mismatch { background: var(--wrong-wash); border-bottom-style: double; border-bottom-width: 4px; }
.draft mark.superseded, .draft mark.ambiguous { background: var(--warn-wash); border-bottom-style: dashed; }
.draft mark.unknown { background: var(--wash); border-bottom-style: dotted; }
.tag, .verdict { font-size: .875rem; font-weight: 600; }
.tag { margin-inline-start: .25rem; scroll-margin-block: 25vh; user-select: none; -webkit-user-select: none; }
.verdict { white-space: nowrap; padding: .0625rem .5rem; border: 1px solid currentColor; border-radius: 4px; }
.checked > li { scroll-margin-top: 1rem; }
.checked > li:target, .draft :target { background: var(--wash); outline: 2px solid var(--link); }
.checked .at { display: inline-block; min-width: 1.75rem; padding-block: .25rem; }
.checked ul { margin: .25rem 0; padding-left: 1.25rem; }
.checked ul li { padding: .125rem 0; border: 0; }
.problem { margin: .5rem 0; }
.problem p { margin: .125rem 0; }
.problem del { color: var(--wrong); }
.problem ins { color: var(--right); font-weight: 600; text-decoration: none; }
.suggestion .button { min-height: 2.25rem; padding: .25rem .75rem; }
@media print { header.site nav, form, .actions, .skip { display: none; } .draft { max-height: none; } }
`;
