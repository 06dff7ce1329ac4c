import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticCodes } from "../../src/diagnostics/codes.ts";
import { requestSchema } from "../../src/schemas/request-schema.ts";
import { settingsSchema } from "../../src/schemas/settings-schema.ts";
import { readGolden } from "../golden/golden-files.ts";
import { fieldTables } from "./field-tables.ts";
import { isValidateCode, manifestFixture } from "./manifest-report.ts";
import { readmeExample } from "./readme-example.ts";

/** A file whose marked section is generated. */
export interface MarkedFile {
  /** From the root of the project. */
  readonly path: string;
  /** Undefined where the file is missing. */
  readonly text: string | undefined;
  /** The text with its marked section as it must be. */
  readonly actual: string;
}

/** The page of every code, the table of them all, the fields of both documents, and the README's example. */
export function markedFiles(): readonly MarkedFile[] {
  return [
    ...Object.keys(diagnosticCodes).map((code) =>
      markedFile(pagePath(code), "example", example(code)),
    ),
    markedFile(`${PAGES}/README.md`, "diagnostics", table()),
    markedFile("docs/request.md", "fields", fieldTables(requestSchema())),
    markedFile("docs/settings.md", "fields", fieldTables(settingsSchema())),
    markedFile("README.md", "example", readmeExample(readFileSync("README.md", "utf8"))),
  ];
}

/** The codes that have a page. */
export function pageCodes(): readonly string[] {
  return readdirSync(PAGES)
    .filter((file) => file !== "README.md")
    .map((file) => file.replace(/\.md$/, ""))
    .sort();
}

export function pagePath(code: string): string {
  return `${PAGES}/${code}.md`;
}

const PAGES = "docs/diagnostics";
const MAXIMUM_LINES = 25;
const FIRST_LINES = 20;
const LAST_LINES = 4;

function markedFile(path: string, mark: string, content: string): MarkedFile {
  return withSections(path, new Map([[mark, content]]));
}

/** A file with several marked sections, each by its mark. */
export function withSections(path: string, sections: ReadonlyMap<string, string>): MarkedFile {
  const text = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  let actual = text ?? "";
  for (const [mark, content] of sections) actual = withSection(actual, mark, content);
  return { path, text, actual };
}

/** The text with the content between `<!-- mark -->` and `<!-- /mark -->`; without these marks, they come at its end. */
function withSection(text: string, mark: string, content: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  const section = `${start}\n${content}\n${end}`;
  if (from === -1 || to === -1) return `${text}\n${section}\n`;
  return `${text.slice(0, from)}${section}${text.slice(to + end.length)}`;
}

/** The fixture that bears the code's name, and the report that it gives; of a project file, the run that it is for. */
function example(code: string): string {
  if (isValidateCode(code)) {
    const text = manifestFixture(code);
    const manifest = ["`manifest.yaml`", fenced("yaml", text)];
    const report = readGolden(`manifests/${code}.txt`) ?? "";
    return [...manifest, "The report:", fenced("", report)].join("\n\n");
  }
  const report = readGolden(`invalid/${code}.txt`) ?? readGolden(`cli/${code}.txt`) ?? "";
  return [...fixture(code), "The report:", fenced("", report)].join("\n\n");
}

function fixture(code: string): readonly string[] {
  const own = join("fixtures/invalid", code);
  const folder = existsSync(own) ? own : join("fixtures/cli", code, "files");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.flatMap((file) => [
    `\`${file}\``,
    fenced(languageOf(file), readFileSync(join(folder, file), "utf8")),
  ]);
}

function languageOf(file: string): string {
  return file.endsWith(".mjs") ? "js" : file.slice(file.lastIndexOf(".") + 1);
}

/** A block of code; of a long text the beginning and the end. */
function fenced(language: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const omitted = lines.length - FIRST_LINES - LAST_LINES;
  const shown =
    lines.length <= MAXIMUM_LINES
      ? lines
      : [...lines.slice(0, FIRST_LINES), `[${omitted} lines]`, ...lines.slice(-LAST_LINES)];
  return `\`\`\`${language}\n${shown.join("\n")}\n\`\`\``;
}

function table(): string {
  return [
    "| code | severity | law |",
    "| --- | --- | --- |",
    ...Object.entries(diagnosticCodes).map(
      ([code, { severity, summary }]) => `| [${code}](${code}.md) | ${severity} | ${summary} |`,
    ),
  ].join("\n");
}
