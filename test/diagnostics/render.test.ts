import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { anyCharacter } from "../any-character.ts";

const bounds: Diagnostic = {
  code: "worker-bounds",
  severity: "error",
  document: "request",
  path: ["config", "scaling_groups", 0, "min_workers"],
  pointer: "/config/scaling_groups/0/min_workers",
  message: "min_workers (5) is greater than max_workers (2).",
};

function lines(...parts: readonly string[]): string {
  return parts.map((part) => `${part}\n`).join("");
}

/** The first diagnostic, placed in a text by the first and the last character of the place. */
function placed(
  text: string,
  start: readonly [number, number],
  end: readonly [number, number],
): string {
  const range = {
    file: "a.yaml",
    start: { line: start[0], column: start[1] },
    end: { line: end[0], column: end[1] },
  };
  const rendered = renderDiagnostics([{ ...bounds, range }], {
    texts: new Map([["a.yaml", text]]),
  });
  return rendered.split("\n").slice(2, -1).join("\n");
}

test("nothing to say is no text", () => {
  expect(renderDiagnostics([])).toBe("");
});

test("the least there is: document, severity, code, path, message", () => {
  expect(renderDiagnostics([bounds])).toBe(
    lines(
      "request: error worker-bounds at config.scaling_groups[0].min_workers",
      "  min_workers (5) is greater than max_workers (2).",
    ),
  );
});

test("all there is: place, frame, related places with and without a text, hint", () => {
  const range = {
    file: "request.yaml",
    start: { line: 2, column: 16 },
    end: { line: 2, column: 17 },
  };
  const diagnostic: Diagnostic = {
    ...bounds,
    severity: "warning",
    range,
    hint: "Lower min_workers to 2.",
    related: [
      { document: "request", path: ["a"], pointer: "/a", message: "the other", range },
      { document: "settings", path: ["ray", "x/y"], pointer: "/ray/x~1y", message: "the third" },
    ],
  };
  const texts = new Map([["request.yaml", "config:\n  min_workers: 5\n"]]);
  expect(renderDiagnostics([diagnostic], { texts })).toBe(
    lines(
      "request.yaml:2:16 warning worker-bounds at config.scaling_groups[0].min_workers",
      "  min_workers (5) is greater than max_workers (2).",
      "  2 |   min_workers: 5",
      "    |                ^",
      "  note: the other (request.yaml:2:16)",
      '  note: the third (settings: ray["x/y"])',
      "  hint: Lower min_workers to 2.",
    ),
  );
});

test("a diagnostic of the document as a whole names no path", () => {
  expect(renderDiagnostics([{ ...bounds, path: [], pointer: "" }])).toMatch(
    /^request: error worker-bounds\n/,
  );
});

test("a blank line stands between two diagnostics, and none at the end", () => {
  const one = renderDiagnostics([bounds]);
  expect(renderDiagnostics([bounds, bounds, bounds])).toBe(`${one}\n${one}\n${one}`);
});

const long = "x".repeat(300);
const frames: readonly (readonly [
  string,
  string,
  readonly [number, number],
  readonly [number, number],
  string,
])[] = [
  ["one character", "a: bc", [1, 4], [1, 5], "  1 | a: bc\n    |    ^"],
  ["a word", "a: bc", [1, 4], [1, 6], "  1 | a: bc\n    |    ^^"],
  ["an empty place", "a: bc", [1, 1], [1, 1], "  1 | a: bc\n    | ^"],
  ["behind the end", "a: bc", [1, 6], [1, 6], "  1 | a: bc\n    |      ^"],
  ["an empty line", "\n", [1, 1], [1, 1], "  1 |\n    | ^"],
  ["several lines", "a: |\n  b\n  c", [1, 4], [3, 4], "  1 | a: |\n    |    ^"],
  ["a line with two digits", `${"\n".repeat(9)}a`, [10, 1], [10, 2], "  10 | a\n     | ^"],
  ["carriage returns", "a: 1\r\nb: 2\r\n", [2, 4], [2, 5], "  2 | b: 2\n    |    ^"],
  ["a tab", "a:\tb", [1, 4], [1, 5], "  1 | a: b\n    |    ^"],
  ["controls", "a: \u001bb\u202e", [1, 4], [1, 7], "  1 | a: ?b?\n    |    ^^^"],
  ["half a character", "a: \ud800b", [1, 4], [1, 6], "  1 | a: ?b\n    |    ^^"],
  ["a line that is not there", "a: b", [9, 1], [9, 2], ""],
  ["the start of a long line", long, [1, 1], [1, 3], `  1 | ${"x".repeat(96)}\n    | ^^`],
  [
    "the middle of a long line",
    long,
    [1, 151],
    [1, 152],
    `  1 | ${"x".repeat(96)}\n    | ${" ".repeat(48)}^`,
  ],
  [
    "the end of a long line",
    long,
    [1, 300],
    [1, 301],
    `  1 | ${"x".repeat(96)}\n    | ${" ".repeat(95)}^`,
  ],
  [
    "all of a long line",
    long,
    [1, 1],
    [1, 301],
    `  1 | ${"x".repeat(96)}\n    | ${"^".repeat(96)}`,
  ],
];

test.each(frames)("the frame of %s", (_what, text, start, end, frame) => {
  expect(placed(text, start, end)).toBe(frame);
});

test("without the text there is a place and no frame", () => {
  const range = { file: "b.yaml", start: { line: 3, column: 1 }, end: { line: 3, column: 2 } };
  const rendered = renderDiagnostics([{ ...bounds, range }], { texts: new Map([["a.yaml", "a"]]) });
  expect(rendered.split("\n").length).toBe(3);
  expect(rendered).toMatch(/^b\.yaml:3:1 error /);
});

test.each([
  ["missing-field", ["image"], 3],
  ["api-missing-field", ["spec"], 3],
  ["missing-field", ["config", "image"], 5],
  ["wrong-type", ["image"], 5],
] as const)(
  "%s at %j takes %d lines: what is missing at the root has no line of its own",
  (code, path, count) => {
    const range = { file: "a.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const texts = new Map([["a.yaml", "name: a"]]);
    const rendered = renderDiagnostics([{ ...bounds, code, path, range }], { texts });
    expect(rendered.split("\n")).toHaveLength(count);
  },
);

test("what are no diagnostics is told by the name of the function", () => {
  expect(() => renderDiagnostics(Object(7))).toThrow(
    new TypeError("renderDiagnostics: diagnostics must be a list of diagnostics, but it is not."),
  );
});

test("a painter sees every piece with its style, and its colours are kept", () => {
  const range = { file: "a.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const related = [{ document: "request", path: [], pointer: "", message: "there" }] as const;
  const texts = new Map([["a.yaml", "a"]]);
  const rendered = renderDiagnostics([{ ...bounds, range, related, hint: "Do." }], {
    texts,
    paint: (style, text) => `<${style}>${text}</${style}>`,
  });
  expect(rendered).toBe(
    lines(
      "<place>a.yaml:1:1</place> <error>error</error> <code>worker-bounds</code> at config.scaling_groups[0].min_workers",
      "  min_workers (5) is greater than max_workers (2).",
      "  <frame>1 | a</frame>",
      "  <frame>  | ^</frame>",
      "  <note>note:</note> there (request: (document))",
      "  <hint>hint:</hint> Do.",
    ),
  );
});

test("no text, file name, key, message or hint can break a line or send an escape", () => {
  const text = fc.string({ unit: anyCharacter, maxLength: 40 });
  const position = fc.record({
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      text,
      position,
      position,
      (file, source, key, words, start, end) => {
        const diagnostic: Diagnostic = {
          ...bounds,
          path: [key],
          message: words,
          hint: words,
          range: { file, start, end },
          related: [{ document: "request", path: [key], pointer: "", message: words }],
        };
        const rendered = renderDiagnostics([diagnostic], { texts: new Map([[file, source]]) });
        expect(rendered.split("\n").length).toBeLessThanOrEqual(7);
        expect(rendered.replaceAll("\n", "")).not.toMatch(
          /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/u,
        );
      },
    ),
  );
});
