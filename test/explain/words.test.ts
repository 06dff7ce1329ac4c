import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reportWords, wordKinds } from "../../src/explain/words.ts";
import { runCommandLine } from "../cli/run-command-line.ts";

const sections = ["docs/spelling-causes.md", "docs/readiness-reasons.md"];

test.each(reportWords)("$word ($kind) has its page, and explain prints it", async (entry) => {
  const { word, summary, page, isSection } = entry;
  const { exitCode, stdout, stderr } = await runCommandLine(["explain", word]);
  const opening = isSection ? `## ${word}\n\n` : `# ${word}\n\n`;
  expect({
    exitCode,
    stderr,
    hasOpening: stdout.includes(opening),
    says: unwrapped(stdout).includes(summary),
    pageSays: unwrapped(readFileSync(page, "utf8")).includes(summary),
    isSentence: /^[A-Z`a-z].*\.$/.test(summary),
  }).toEqual({
    exitCode: 0,
    stderr: "",
    hasOpening: true,
    says: true,
    pageSays: true,
    isSentence: true,
  });
});

test("no page and no section explains a word that no report prints", () => {
  const words = (isSection: boolean, page: string) =>
    reportWords.filter((entry) => entry.isSection === isSection && entry.page.startsWith(page));
  for (const page of sections) {
    const headings = [...readFileSync(page, "utf8").matchAll(/^## (.+)$/gm)].map(
      ([, word]) => word,
    );
    expect(headings).toEqual(words(true, page).map(({ word }) => word));
  }
  for (const folder of ["docs/effects"]) {
    expect(readdirSync(folder).sort()).toEqual(
      words(false, `${folder}/`)
        .map(({ word }) => `${word}.md`)
        .sort(),
    );
  }
});

test("a section ends where the next one begins", async () => {
  const { stdout } = await runCommandLine(["explain", "quantity"]);
  expect(stdout.match(/^## /gm)).toHaveLength(1);
  expect(stdout.endsWith("\n") && !stdout.endsWith("\n\n")).toBe(true);
});

test("a word of two kinds is explained as both", async () => {
  const { stdout } = await runCommandLine(["explain", "kueue"]);
  expect(stdout).toContain("## kueue\n\nKueue writes");
  expect(stdout).toContain("# kueue\n\nSeverity: warning");
});

test("without a word all are listed, each in one line with its meaning", async () => {
  const { exitCode, stdout } = await runCommandLine(["explain"]);
  expect(exitCode).toBe(0);
  const lines = stdout.split("\n");
  const text = unwrapped(stdout);
  const missing = reportWords.filter(
    ({ word, summary }) =>
      !lines.some((line) => line.startsWith(`  ${word} `)) || !text.includes(` ${word} ${summary}`),
  );
  expect(missing).toEqual([]);
  for (const heading of Object.values(wordKinds)) expect(lines).toContain(`${heading}:`);
});

test.each([
  ["new-pod-only", 'no report has the word "new-pod-only". Did you mean new-pods-only?'],
  ["api-unknwn", 'no report has the word "api-unknwn". Did you mean api-unknown-field?'],
  [
    "unknown",
    'no report has the word "unknown". Did you mean unknown-field, api-unknown-field or accelerator-unknown?',
  ],
  ["lingring", 'no report has the word "lingring". Did you mean lingering-cluster?'],
  ["unknown-pod-wall", 'no report has the word "unknown-pod-wall". raycluster explain lists'],
  ["out_of_memory", 'no report has the word "out_of_memory". Did you mean out-of-memory?'],
  ["__proto__", "raycluster explain lists every word"],
  ["constructor", "raycluster explain lists every word"],
  ["::error::\u001b[1m", "raycluster explain lists every word"],
])("the unknown word %j gets what helps", async (word, text) => {
  const { exitCode, stdout, stderr } = await runCommandLine(["explain", word]);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(text);
  expect(stderr).not.toContain("\u001b");
});

function unwrapped(text: string): string {
  return text.replaceAll("`", "").replaceAll(/\s+/g, " ");
}
