import { expect, test } from "vitest";
import { fileUri } from "../../src/cli/formats/file-uri.ts";
import { formatGithub } from "../../src/cli/formats/format-github.ts";
import { formatJson } from "../../src/cli/formats/format-json.ts";
import { formatSarif } from "../../src/cli/formats/format-sarif.ts";
import { formatText } from "../../src/cli/formats/format-text.ts";
import type { Diagnostic, SourceRange } from "../../src/diagnostics/diagnostic.ts";
import { INVALID_REQUEST, INVALID_SETTINGS, REQUEST, WARNED_REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

function rangeOf(file: string, line = 3, endLine = line): SourceRange {
  return { file, start: { line, column: 5 }, end: { line: endLine, column: 9 } };
}

function diagnostic(parts: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "invalid-name",
    severity: "error",
    document: "request",
    path: ["name"],
    pointer: "/name",
    message: "The name is wrong.",
    ...parts,
  };
}

const placed = diagnostic({ range: rangeOf("a.yaml"), hint: "Change it." });
const warned = diagnostic({ code: "fractional-cpu", severity: "warning" });

/** What GitHub's runner would obey: after blanks, or in the older form anywhere in a line. */
function workflowCommands(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /^\s*::/.test(line) || line.includes("##["));
}

test.each([
  [[], ""],
  [[warned], "request: warning fractional-cpu at name\n  The name is wrong.\n"],
  [
    [placed, warned, warned],
    [
      "a.yaml:3:5 error invalid-name at name",
      "  The name is wrong.",
      "  hint: Change it.",
      "",
      "request: warning fractional-cpu at name",
      "  The name is wrong.",
      "",
      "request: warning fractional-cpu at name",
      "  The name is wrong.",
      "",
      "1 error and 2 warnings; nothing was compiled.",
      "",
    ].join("\n"),
  ],
])("as text", (diagnostics, text) => {
  expect(formatText(diagnostics, {})).toBe(text);
});

test("json is one document with the diagnostics as they are", () => {
  const diagnostics = [placed, warned];
  expect(JSON.parse(formatJson(diagnostics))).toEqual({ diagnostics });
  expect(formatJson([])).toBe('{\n  "diagnostics": []\n}\n');
});

test.each([
  ["json", formatJson],
  ["sarif", formatSarif],
])("%s prints nothing invisible and loses nothing", (_name, format) => {
  const message = 'A \u001b[31m \u009b \u202e \u2028 \ufeff \u{e0001} \ud800 \n "quoted" é 漢.';
  const printed = format([diagnostic({ message })]);
  expect(printed).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u);
  expect(JSON.stringify(JSON.parse(printed))).toContain(JSON.stringify(message));
});

test.each([
  [
    placed,
    "::error file=a.yaml,line=3,col=5,endLine=3,endColumn=9,title=invalid-name::The name is wrong.%0AChange it.",
  ],
  [warned, "::warning title=fractional-cpu::The name is wrong."],
  [
    diagnostic({ range: rangeOf("a.yaml", 3, 4) }),
    "::error file=a.yaml,line=3,endLine=4,title=invalid-name::The name is wrong.",
  ],
  [diagnostic({ range: rangeOf("<stdin>") }), "::error title=invalid-name::The name is wrong."],
  [
    diagnostic({ range: rangeOf("a,b:c%,\r\n.yaml"), message: "100 %, a: b\r\nc::d" }),
    "::error file=a%2Cb%3Ac%25%2C\\u000d\\u000a.yaml,line=3,col=5,endLine=3,endColumn=9,title=invalid-name::100 %25, a: b\\u000d\\u000ac::d",
  ],
])("an annotation for GitHub, %#", (input, line) => {
  expect(formatGithub([input], {}).split("\n")[0]).toBe(line);
});

test("for GitHub errors come first, ten of a kind, and the rest is counted", () => {
  const diagnostics = Array.from({ length: 12 }, () => [warned, placed]).flat();
  const lines = formatGithub(diagnostics, {}).split("\n");
  expect(lines.slice(0, 10).every((line) => line.startsWith("::error "))).toBe(true);
  expect(lines.slice(10, 20).every((line) => line.startsWith("::warning "))).toBe(true);
  expect(lines[20]).toBe("4 more without annotations, in the log below.");
  expect(lines.slice(21).join("\n")).toBe(`\n${formatText(diagnostics, {})}`);
});

test("for GitHub there is nothing to say where nothing is wrong", () => {
  expect(formatGithub([], {})).toBe("");
});

test("text from the input can give GitHub no commands", () => {
  const hostile = ["::add-mask::x", " \u00a0::error::x", "a ##[error]x", "\n::stop-commands::x"];
  for (const text of hostile) {
    const report = formatGithub(
      [
        diagnostic({
          message: text,
          hint: text,
          path: [text],
          range: rangeOf(text, 1),
          related: [
            { document: "request", path: [], pointer: "", message: text, range: rangeOf(text) },
          ],
        }),
      ],
      { texts: new Map([[text, text.trim()]]) },
    );
    expect(workflowCommands(report)).toHaveLength(1);
    expect(report).toMatch(/^::error file=/);
  }
});

test("sarif has rules, results and places", () => {
  const related = [
    { document: "settings", path: [], pointer: "", message: "Here.", range: rangeOf("b.yaml", 7) },
    { document: "settings", path: [], pointer: "", message: "Nowhere." },
  ] as const;
  const log = JSON.parse(formatSarif([warned, { ...placed, related }]));
  expect(log).toMatchObject({ version: "2.1.0", runs: [{ columnKind: "utf16CodeUnits" }] });
  const [run] = log.runs;
  // In the order of the registry, whatever the order of the results.
  expect(run.tool.driver.rules).toMatchObject([
    { id: "invalid-name", defaultConfiguration: { level: "error" } },
    { id: "fractional-cpu", defaultConfiguration: { level: "warning" } },
  ]);
  expect(run.results).toEqual([
    {
      ruleId: "fractional-cpu",
      ruleIndex: 1,
      level: "warning",
      message: { text: "The name is wrong." },
      locations: [],
    },
    {
      ruleId: "invalid-name",
      ruleIndex: 0,
      level: "error",
      message: { text: "The name is wrong. Change it." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a.yaml" },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
          },
          logicalLocations: [{ fullyQualifiedName: "name" }],
        },
      ],
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "b.yaml" },
            region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 9 },
          },
          message: { text: "Here." },
        },
      ],
    },
  ]);
});

test("sarif names no file for standard input, and takes no link from the input", () => {
  const message = "See [this](https://example.com).";
  const log = JSON.parse(formatSarif([diagnostic({ message, range: rangeOf("<stdin>") })]));
  expect(log.runs[0].results[0]).toMatchObject({
    message: { text: "See [this] (https://example.com)." },
    locations: [],
  });
});

test("sarif takes no placeholder from the input", () => {
  const message = 'The key "{0}" is {{not}} known.';
  const related = [
    { document: "request", path: [], pointer: "", message: "{1}", range: rangeOf("a.yaml") },
  ] as const;
  const log = JSON.parse(formatSarif([{ ...placed, message, hint: "Write {}.", related }]));
  expect(log.runs[0].results[0]).toMatchObject({
    message: { text: 'The key "{{0}}" is {{{{not}}}} known. Write {{}}.' },
    relatedLocations: [{ message: { text: "{{1}}" } }],
  });
});

test("sarif is a whole log where nothing is wrong", () => {
  expect(JSON.parse(formatSarif([])).runs).toMatchObject([
    { tool: { driver: { name: "raycluster", rules: [] } }, results: [] },
  ]);
});

test.each([
  ["a.yaml", "a.yaml"],
  ["./x/../a.yaml", "a.yaml"],
  ["../x/a b.yaml", "../x/a%20b.yaml"],
  ["x:y/100%/#1?.yaml", "x%3Ay/100%25/%231%3F.yaml"],
  ["é.yaml", "%C3%A9.yaml"],
  ["\ud800.yaml", "%EF%BF%BD.yaml"],
  ["/x/a b.yaml", "file:///x/a%20b.yaml"],
])("the path %s is the URI %s", (path, uri) => {
  expect(fileUri(path)).toBe(uri);
});

const files = {
  "a.yaml": INVALID_REQUEST,
  "b.yaml": WARNED_REQUEST,
  "c.yaml": REQUEST,
  "s.yaml": INVALID_SETTINGS,
};

test.each(["json", "sarif"])("--format %s reports all requests in one document", async (format) => {
  const argv = ["compile", "a.yaml", "b.yaml", "-s", "s.yaml", "--format", format];
  const { exitCode, stdout, stderr } = await runCommandLine(argv, { files });
  const report = JSON.parse(stderr);
  const entries = format === "json" ? report.diagnostics : report.runs[0].results;
  expect([exitCode, stdout]).toEqual([3, ""]);
  expect(entries).toHaveLength(3);
});

test.each(["json", "sarif"])("--format %s reports that nothing is wrong", async (format) => {
  const argv = ["compile", "c.yaml", "--format", format];
  const { exitCode, stdout, stderr } = await runCommandLine(argv, { files });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^apiVersion: /);
  expect(JSON.parse(stderr)).toBeTypeOf("object");
});

test("--format github annotates the files as they are given", async () => {
  const argv = ["compile", "a.yaml", "b.yaml", "-s", "s.yaml", "--format", "github", "--color"];
  const { exitCode, stderr } = await runCommandLine(argv, { files });
  expect(exitCode).toBe(3);
  expect(workflowCommands(stderr).map((line) => line.split(",")[0])).toEqual([
    "::error file=a.yaml",
    "::error file=s.yaml",
    "::warning file=b.yaml",
  ]);
  expect(stderr).toContain("\na.yaml:1:7 error invalid-name at name\n");
  expect(stderr).not.toContain("\u001b");
});

test("--format knows no others", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-", "--format", "jsno"]);
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    "raycluster: --format jsno is not one of text, json, github, sarif. Did you mean json?\nTry raycluster compile --help for more.\n",
  );
});
