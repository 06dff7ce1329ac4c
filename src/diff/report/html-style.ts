/** The stylesheet of the page. A change of it changes its digest, which a test tells. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9;
  --card: #ffffff;
  --text: #1c2128;
  --soft: #57606a;
  --line: #d8dee4;
  --code: #eff2f5;
  --link: #0a58ca;
  --before: #8c959f;
  --after: #2563c9;
  --old: #fdecea;
  --new: #e6f5ea;
  --quiet: #57606a;
  --mild: #0a58ca;
  --moderate: #8a5a00;
  --severe: #b1430b;
  --refused: #b42318;
  --created: #1a7436;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318;
    --card: #171c23;
    --text: #e4e9ef;
    --soft: #9aa5b1;
    --line: #303842;
    --code: #222932;
    --link: #7ab4ff;
    --before: #78838f;
    --after: #5b9bf5;
    --old: #3a2022;
    --new: #17301f;
    --quiet: #9aa5b1;
    --mild: #7ab4ff;
    --moderate: #e3b341;
    --severe: #f0955c;
    --refused: #ff8078;
    --created: #56d37c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
main { max-width: 1240px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h3 { margin: 20px 0 8px; font-size: 15px; }
h3 small, li small { color: var(--soft); font-weight: normal; }
p { margin: 8px 0; overflow-wrap: anywhere; }
.lead { font-size: 17px; }
.release, .legend, .reason { color: var(--soft); }
.release, .legend { font-size: 13px; margin: 4px 0; }
header { margin-bottom: 20px; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
code, pre { font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { background: var(--code); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; }
a code, summary code { background: none; padding: 0; }
pre {
  margin: 8px 0;
  padding: 10px 12px;
  max-width: 100%;
  overflow-x: auto;
  background: var(--code);
  border-left: 3px solid var(--line);
  border-radius: 4px;
}
pre code { background: none; padding: 0; overflow-wrap: normal; }
pre.added { border-left-color: var(--created); }
pre.removed { border-left-color: var(--refused); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: 13px; font-weight: 600; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
.overview { background: var(--card); border: 1px solid var(--line); border-radius: 8px; border-collapse: separate; border-spacing: 0; }
.overview tbody th { min-width: 150px; }
.overview td[data-column="Target"] { min-width: 132px; }
.overview .outcome { font-weight: 500; }
.overview th.amount, .overview td.amount { text-align: right; }
.overview td.amount { min-width: 96px; font-variant-numeric: tabular-nums; }
.overview .line { display: block; }
.overview .was { color: var(--soft); }
.overview .was, .overview .now { white-space: nowrap; }
.overview .same { color: var(--soft); }
.overview .sum th, .overview .sum td { font-weight: 600; border-top: 2px solid var(--line); }
.outcome { font-weight: 600; }
.quiet { color: var(--quiet); }
.mild { color: var(--mild); }
.moderate { color: var(--moderate); }
.severe { color: var(--severe); }
.refused, .deleted { color: var(--refused); }
.created { color: var(--created); }
.bar { display: block; width: 100%; height: 10px; margin: 3px 0 2px; }
.bar .before, .bar .same { fill: var(--before); }
.bar .after { fill: var(--after); }
.bar .most { opacity: 0.35; }
details { margin: 14px 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; scroll-margin-top: 12px; }
details:target { border-color: var(--link); }
summary { padding: 12px 16px; cursor: pointer; overflow-wrap: anywhere; }
summary .titles { margin-right: 8px; }
summary .titles code { font-weight: 600; }
.details { padding: 0 16px 12px; border-top: 1px solid var(--line); }
.changes { table-layout: fixed; margin: 6px 0; }
.changes th, .changes td { padding: 6px 10px; }
.changes tbody th code { background: none; padding: 0; }
.changes .old code { background: var(--old); }
.changes .new code { background: var(--new); }
ul { margin: 8px 0; padding-left: 22px; overflow-wrap: anywhere; }
li { margin: 4px 0; }
.clusters { columns: 3 260px; }
@media (max-width: 860px) {
  main { padding: 16px 12px 32px; }
  thead { display: none; }
  table, tbody, tr, th, td { display: block; }
  .overview tr, .changes tr { padding: 8px 12px; border-top: 1px solid var(--line); }
  .overview tbody tr:first-child, .changes tbody tr:first-child { border-top: 0; }
  .overview th, .overview td, .overview .sum th, .overview .sum td, .changes th, .changes td { padding: 2px 0; border: 0; }
  .overview td.amount { text-align: left; }
  .overview td, .changes td { display: grid; grid-template-columns: 108px minmax(0, 1fr); column-gap: 8px; }
  .overview td > *, .changes td > * { grid-column: 2; justify-self: start; }
  .overview td > .bar { justify-self: stretch; max-width: 320px; }
  td[data-column]::before { content: attr(data-column); grid-row: 1; grid-column: 1; color: var(--soft); font-weight: normal; }
  td.empty { display: none; }
  .overview .sum { border-top: 2px solid var(--line); }
}
@media print {
  body { background: none; }
  details, .overview { break-inside: avoid; }
}
`;

/** Its digest, as a Content Security Policy names it. */
export const stylesheetHash = "sha256-/5rTBAkaSFsWP2Yany6txDSCAtKNtETV0vUYrh9nvNM=";
