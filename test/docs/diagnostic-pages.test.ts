import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { readProject } from "../../src/cli/project/read-project.ts";
import { compile } from "../../src/compile.ts";
import { diagnosticCodes } from "../../src/diagnostics/codes.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatPath, formatPointer } from "../../src/diagnostics/path.ts";
import { asTextDocument } from "../../src/diagnostics/text-document.ts";
import { fullRequest, simpleRequest } from "../../src/model/request/request-schema.ts";
import type { Schema } from "../../src/model/schema-language.ts";
import { deploymentSettings } from "../../src/model/settings/settings-schema.ts";
import { toZod } from "../../src/schemas/to-zod.ts";
import { byTurns } from "../by-turns.ts";
import { expectOfEach } from "../expect-of-each.ts";
import type { Case } from "../golden/cases.ts";
import { cases } from "../golden/cases.ts";
import { compareFile } from "../golden/compare-file.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { goldenFiles, readGolden } from "../golden/golden-files.ts";
import { markedFiles, pageCodes, pagePath } from "./generated-pages.ts";
import {
  isValidateCode,
  judged,
  manifestDiagnostics,
  manifestFixture,
  validateCodes,
} from "./manifest-report.ts";

const codes = Object.entries(diagnosticCodes);
/** A project file is read by the command line alone. */
const PROJECT_CODES = ["invalid-target"];
const compilerCodes = codes.filter(
  ([code]) => !PROJECT_CODES.includes(code) && !isValidateCode(code),
);
const invalid = await cases("invalid");
const files = markedFiles();

test.each(files)("$path is what npm run docs writes", ({ path, text, actual }) => {
  const difference = compareFile(path, text, actual, "npm run docs");
  if (difference !== undefined) expect.fail(difference);
});

test("every page belongs to a code", () => {
  expect(pageCodes()).toEqual(codes.map(([code]) => code).sort());
});

test("the list of diagnostics names every code with its law", () => {
  const text = readFileSync("docs/diagnostics/README.md", "utf8");
  const missing = codes.filter(
    ([code, { severity, summary }]) =>
      !text.includes(`| [${code}](${code}.md) | ${severity} | ${summary} |`),
  );
  expect(missing).toEqual([]);
});

test("every page has its name, its severity, its law and all sections", () => {
  expectOfEach(
    codes,
    ([code]) => code,
    ([code, entry]) => {
      const page = readPage(code);
      const opening = `# ${code}\n\nSeverity: ${entry.severity}\n\n${entry.summary}\n\n## Why\n\n`;
      expect(page.slice(0, opening.length)).toBe(opening);
      const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      expect(["Why, Example, Cure", "Why, Example, Cure, Limits"]).toContain(sections.join(", "));
    },
  );
});

test("every page links to pages that are there", () => {
  expectOfEach(
    codes,
    ([code]) => code,
    ([code]) => {
      const links = [...readPage(code).matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map(
        (match) => match[1],
      );
      expect(links.filter((link) => link === code || !existsSync(pagePath(link ?? "")))).toEqual(
        [],
      );
    },
  );
});

const goldens: ReadonlySet<string> = new Set(goldenFiles());

test("every code has a fixture of its name, whose report has the code", () => {
  expectOfEach(
    compilerCodes,
    ([code]) => code,
    ([code]) => {
      const own = invalid.filter(({ name }) => name === code || name.startsWith(`${code}--`));
      expect(own.map(({ name }) => name)).toContain(code);
      const silent = own.filter((entry) => !reportOf(entry).some((found) => found.code === code));
      expect(silent.map(({ name }) => name)).toEqual([]);
      expect(own.filter(({ name }) => !goldens.has(`invalid/${name}.txt`))).toEqual([]);
    },
  );
});

test.each(PROJECT_CODES)("%s has a run of its name, whose report has the code", (code) => {
  expect(readGolden(`cli/${code}.txt`)).toContain(` error ${code} at `);
});

test.each(PROJECT_CODES)("what the page of %s cures is a sound project file", (code) => {
  const page = readPage(code);
  const cure = page.slice(page.indexOf("\n## Cure\n"));
  const [, text = ""] = /`raycluster\.config\.yaml`\n\n```yaml\n([\s\S]*?)```/.exec(cure) ?? [];
  expect(readProject({ file: "raycluster.config.yaml", text }).findings).toEqual([]);
});

test("every code of manifests has a manifest of its name, which has that mistake alone", () => {
  expectOfEach(
    validateCodes,
    (code) => code,
    (code) => {
      const found = manifestDiagnostics(manifestFixture(code));
      expect([...new Set(found.map((diagnostic) => diagnostic.code))]).toEqual([code]);
      expect(goldens.has(`manifests/${code}.txt`)).toBe(true);
      const severities = new Set(found.map(({ severity }) => severity));
      const ofCode = codes.find(([name]) => name === code)?.[1].severity;
      expect([...severities]).toEqual([WARNED.includes(code) ? "warning" : ofCode]);
      for (const { message, hint, range } of found) {
        expect(message).toMatch(/^[^\s].*\.$/);
        expect(hint).toMatch(/^[A-Z"a-z_].*[.?]$/);
        expect(range).toBeDefined();
      }
    },
  );
});

/** Errors of releases whose operator refuses what later ones go on with. */
const WARNED: readonly string[] = ["serve-config"];

test("a manifest is named after a code", () => {
  expect(readdirSync("fixtures/manifests").sort()).toEqual([...validateCodes].sort());
});

/** The pages whose cure is a whole manifest; those of pods are held against the laws of pods, the others are excerpts. */
const wholeCures = validateCodes.filter((code) => code.startsWith("api-"));

test("what the page of a code of the API cures is a sound manifest", () => {
  expectOfEach(
    wholeCures,
    (code) => code,
    (code) => {
      const page = readPage(code);
      const cure = page.slice(page.indexOf("\n## Cure\n"));
      const [, target = "", text = ""] =
        /`manifest\.yaml`, for KubeRay (.+)\n\n```yaml\n([\s\S]*?)```/.exec(cure) ?? [];
      expect(text).not.toBe("");
      expect(judged(text, target)).toEqual([]);
    },
  );
});

test("a fixture is named after a code, or after what it holds at once", () => {
  const known = new Set([...codes.map(([code]) => code), "ten-mistakes"]);
  const strange = invalid.filter(({ name }) => !known.has(name.replace(/--.*$/, "")));
  expect(strange.map(({ name }) => name)).toEqual([]);
});

test("what a page cures is cured", () => {
  expectOfEach(
    compilerCodes,
    ([code]) => code,
    ([code]) => {
      const { request, settings } = cureOf(readPage(code));
      const result = compile({ ...sound, ...request }, settings);
      expect(result.diagnostics).toEqual([]);
      expect(request !== undefined || settings !== undefined).toBe(!WITHOUT_CURE.includes(code));
    },
  );
});

test("every diagnostic of the fixtures says what, where and what to do", () => {
  expectOfEach(
    invalid,
    ({ name }) => name,
    (entry) => {
      for (const diagnostic of reportOf(entry)) {
        const { code, message, hint, path, pointer, document, range } = diagnostic;
        const what = `${code} at ${formatPath(path)}`;
        const isText =
          asTextDocument(document === "settings" ? entry.settings : entry.request) !== undefined;
        expect(
          {
            isSentence: /^[^\s].*\.$/.test(message),
            isAdvice: hint !== undefined && /^[A-Z"a-z_].*[.?]$/.test(hint),
            pointer,
            hasRange: range !== undefined,
          },
          what,
        ).toEqual({
          isSentence: true,
          isAdvice: true,
          pointer: formatPointer(path),
          hasRange: isText && document !== "options" && code !== "diagnostics-omitted",
        });
      }
    },
  );
});

test("no text of zod or yaml reaches a report", () => {
  expectOfEach(
    byTurns(invalid, 3),
    ({ name }) => name,
    (entry) => {
      const theirs = libraryTexts(entry);
      const ours = reportOf(entry).flatMap(({ message, hint = "", related = [] }) => [
        message,
        hint,
        ...related.map((place) => place.message),
      ]);
      expect(ours.filter((text) => theirs.some((words) => text.includes(words)))).toEqual([]);
      expect(ours.filter((text) => FOREIGN.test(text))).toEqual([]);
    },
  );
});

/** What zod and yaml themselves say of the documents, apart from the place. */
function libraryTexts({ request, settings }: Case): readonly string[] {
  return [
    ...textsOfBoth([fullRequest, simpleRequest], request),
    ...textsOfBoth([deploymentSettings], settings),
  ];
}

/** What yaml says of a document, or zod by some schemas. */
function textsOfBoth(schemas: readonly Schema[], input: unknown): readonly string[] {
  const document = asTextDocument(input);
  const parsed =
    document && parseDocument(document.text, { logLevel: "silent", prettyErrors: false });
  if (parsed !== undefined && parsed.errors.length > 0) {
    return parsed.errors.map((error) => error.message);
  }
  const data: unknown = parsed === undefined ? input : parsed.toJS();
  return schemas.flatMap((schema) => issueTexts(schema, data));
}

/** Zod's own schemas, each made once. */
const zodSchemas = new Map<Parameters<typeof toZod>[0], ReturnType<typeof toZod>>();

/** A check of our own has no words in zod. */
function issueTexts(schema: Schema, data: unknown): readonly string[] {
  const theirs = zodSchemas.get(schema) ?? toZod(schema);
  zodSchemas.set(schema, theirs);
  const issues = theirs.safeParse(data).error?.issues ?? [];
  return issues.filter(({ code }) => code !== "custom").map(({ message }) => message);
}

/** Words that zod, yaml and ajv use in their messages and that ours never do. */
const FOREIGN =
  /[Ii]nvalid input|invalid_|[Ee]xpected|[Uu]nrecognized|[Tt]oo (?:small|big)|received|must NOT|must have required|must match|implicit (?:key|map)|flow (?:map|seq|collection)|[Pp]lain value|Nested mappings|Missing closing|at line \d|instancePath/;

/** Codes whose cure is no document. */
const WITHOUT_CURE = ["invalid-option", "input-limit", "not-plain-data", "diagnostics-omitted"];

/** What the cures, which show some fields only, are completed with. */
const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

function readPage(code: string): string {
  return readFileSync(pagePath(code), "utf8");
}

interface Cure {
  readonly request: object | undefined;
  readonly settings: object | undefined;
}

function cureOf(page: string): Cure {
  const section = page.slice(page.indexOf("\n## Cure\n"));
  const block = (document: string): object | undefined =>
    parse(
      new RegExp(`\`${document}\\.yaml\`\n\n\`\`\`yaml\n([^]*?)\`\`\``).exec(section)?.[1] ?? "",
    ) ?? undefined;
  return { request: block("request"), settings: block("settings") };
}

/** Without options of its own a case is compiled once for all tests. */
function reportOf(entry: Case): readonly Diagnostic[] {
  if (entry.options === undefined) return compiledCase(entry).diagnostics;
  return compile(entry.request, entry.settings, entry.options).diagnostics;
}
