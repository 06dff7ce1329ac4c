import fc from "fast-check";
import { expect, test } from "vitest";
import type { DiagnosticCode } from "../../src/diagnostics/codes.ts";
import { compilerCodes } from "../../src/diagnostics/compiler-codes.ts";
import type { Diagnostic, Finding, Source, SourceRange } from "../../src/diagnostics/diagnostic.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { MAXIMUM_DIAGNOSTICS, report } from "../../src/diagnostics/report.ts";
import { objectsIn } from "../compile/plain-copies.ts";

const data = { b: { y: 1, x: [0, { z: 2 }] }, a: 3 };
const objects: readonly Source[] = [
  { document: "request", data, findings: [] },
  { document: "settings", data, findings: [] },
];

function at(path: Path, more: Partial<Finding> = {}): Finding {
  return { code: "wrong-type", document: "request", path, message: "It is wrong.", ...more };
}

function range(line: number, column: number): SourceRange {
  return { file: "a.yaml", start: { line, column }, end: { line, column: column + 1 } };
}

function paths(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ path }) => formatPath(path));
}

test("no findings give no diagnostics", () => {
  expect(report([], objects)).toEqual([]);
});

test("a finding becomes a diagnostic, with what the registry knows of its code", () => {
  expect(report([at(["b", "x", 1], { hint: "Mend it." })], objects)).toEqual([
    {
      code: "wrong-type",
      severity: "error",
      document: "request",
      path: ["b", "x", 1],
      pointer: "/b/x/1",
      message: "It is wrong.",
      hint: "Mend it.",
    },
  ]);
});

test.each(Object.entries(compilerCodes))(
  "the severity of %s is the registry's, unless strict",
  (code, entry) => {
    const finding = at([], { code: code as DiagnosticCode });
    expect(report([finding], objects)[0]?.severity).toBe(entry.severity);
    expect(report([finding], objects, { strict: false })[0]?.severity).toBe(entry.severity);
    expect(report([finding], objects, { strict: true })[0]?.severity).toBe("error");
  },
);

test("what is left out is no key of a diagnostic", () => {
  const [diagnostic] = report([at(["a"], { hint: undefined })], objects);
  expect(Object.keys(diagnostic ?? {})).toEqual([
    ...["code", "severity", "document", "path", "pointer", "message"],
  ]);
});

test("objects are in the order of their keys, what is missing first, what holds others before them", () => {
  const ordered: readonly Path[] = [
    [],
    ["missing"],
    ["b"],
    ["b", "missing", "deep"],
    ["b", "y"],
    ["b", "x"],
    ["b", "x", 0],
    ["b", "x", 1],
    ["b", "x", 1, "z"],
    ["b", "x", 7],
    ["a"],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray([...ordered], { minLength: ordered.length }), (shuffled) => {
      const found = report(
        shuffled.map((path) => at(path)),
        objects,
      );
      expect(found.map(({ path }) => path)).toEqual(ordered);
    }),
  );
});

test("the request comes before the settings", () => {
  const found = report([at(["b"], { document: "settings" }), at(["a"])], objects);
  expect(found.map(({ document }) => document)).toEqual(["request", "settings"]);
});

test("in an object a key comes before its value", () => {
  const findings = [at(["b", "y"], { message: "The value." }), at(["b", "y"], { target: "key" })];
  for (const order of [findings, findings.toReversed()]) {
    const found = report(order, objects);
    expect(found.map(({ message }) => message)).toEqual(["It is wrong.", "The value."]);
  }
});

test("what stands in several texts is in the order of the paths", () => {
  const findings = [
    at(["b"], { range: range(9, 1) }),
    at(["a"], { range: { ...range(1, 1), file: "b.yaml" } }),
  ];
  for (const order of [findings, findings.toReversed()]) {
    expect(paths(report(order, objects))).toEqual(["b", "a"]);
  }
});

test("how a value was read is said unless it is refused, in its own document", () => {
  const surprise = at(["a"], { code: "surprising-yaml" });
  expect(report([surprise, at(["a"])], objects).map(({ code }) => code)).toEqual(["wrong-type"]);
  const elsewhere = [surprise, at(["a"], { document: "settings" }), at(["b"])];
  expect(report(elsewhere, objects).map(({ code, document }) => [code, document])).toEqual([
    ["wrong-type", "request"],
    ["surprising-yaml", "request"],
    ["wrong-type", "settings"],
  ]);
});

test("a text is in the order of its places; what has none comes first", () => {
  const places = new Map([
    ["b", range(3, 5)],
    ["b.y", range(3, 1)],
    ["a", range(10, 1)],
  ]);
  const text: Source = {
    document: "request",
    data,
    findings: [],
    rangeOf: (path) => places.get(formatPath(path)),
  };
  const findings = [
    at(["a"]),
    at(["b"]),
    at([], { range: range(4, 2) }),
    at(["b", "y"]),
    at(["b", "x"]),
  ];
  for (const order of [findings, findings.toReversed()]) {
    expect(paths(report(order, [text]))).toEqual(["b.x", "b.y", "b", "(document)", "a"]);
  }
});

test("the place of a key or of a value is asked for, and that of related places", () => {
  const asked: string[] = [];
  const text: Source = {
    document: "request",
    data,
    findings: [],
    rangeOf: (path, target) => {
      asked.push(`${target} ${formatPath(path)}`);
      return range(1, 1);
    },
  };
  const related = [{ document: "request", path: ["a"], message: "the other" }] as const;
  const [key, value] = report([at(["b"], { target: "key", related }), at(["b"])], [text]);
  expect(new Set(asked)).toEqual(new Set(["key b", "value b", "value a"]));
  expect(key?.range).toEqual(range(1, 1));
  expect(value?.related).toBeUndefined();
  expect(key?.related).toEqual([
    { document: "request", path: ["a"], pointer: "/a", message: "the other", range: range(1, 1) },
  ]);
});

test("a finding's own range is used as it is", () => {
  const text: Source = {
    document: "request",
    data: undefined,
    findings: [],
    rangeOf: () => range(1, 1),
  };
  expect(report([at([], { range: range(7, 8) })], [text])[0]?.range).toEqual(range(7, 8));
});

test("all of a report is frozen, and none of it is the finding's", () => {
  const related = [{ document: "settings", path: ["a"], message: "the other" }] as const;
  const findings = [at(["b", "x"], { range: range(1, 1), related })];
  const found = report(findings, objects);
  const met = objectsIn(found);
  expect(met.filter((object) => !Object.isFrozen(object))).toEqual([]);
  const given = new Set(objectsIn(findings));
  expect(met.filter((object) => given.has(object))).toEqual([]);
  expect(objectsIn(findings).filter((object) => Object.isFrozen(object))).toEqual([]);
});

test.each([0, 1, 49, 50, 51, 52, 5_000])(
  "%d errors are told up to 50, and the rest is counted",
  (number) => {
    const found = report(
      Array.from({ length: number }, (_, index) => at(["b", "x", index])),
      objects,
    );
    const told = Math.min(number, MAXIMUM_DIAGNOSTICS);
    expect(found.slice(0, told).map(({ path }) => path.at(-1))).toEqual([...Array(told).keys()]);
    const rest = found.slice(told);
    expect(
      rest.map(({ code, severity, path, pointer }) => [code, severity, path, pointer]),
    ).toEqual(number > told ? [["diagnostics-omitted", "error", [], ""]] : []);
    if (number > told)
      expect(rest[0]?.message).toMatch(
        new RegExp(`^${(number - told).toLocaleString("en-US")} more `),
      );
  },
);

test("errors are kept before warnings, both in document order", () => {
  const kinds = fc.array(fc.boolean(), { minLength: 51, maxLength: 150 });
  fc.assert(
    fc.property(kinds, fc.boolean(), (areErrors, strict) => {
      const findings = areErrors.map((isError, index) =>
        at(["b", "x", index], { code: isError ? "wrong-type" : "fractional-cpu" }),
      );
      const found = report(findings, objects, { strict });
      const places = found.slice(0, -1).map(({ path }) => Number(path.at(-1)));
      expect(places).toEqual(places.toSorted((left, right) => left - right));
      expect(places.length).toBe(MAXIMUM_DIAGNOSTICS);
      const errors = areErrors.filter(Boolean).length;
      const told = found.filter(({ code }) => code === "wrong-type").length;
      expect(told).toBe(Math.min(errors, MAXIMUM_DIAGNOSTICS));
      expect(found.at(-1)?.severity).toBe(strict || errors > 0 ? "error" : "warning");
    }),
  );
});

test("what is left out is told of the document that the last one kept is of", () => {
  const many = Array.from({ length: MAXIMUM_DIAGNOSTICS - 1 }, () => at(["a"]));
  const found = report(
    [...many, ...many.map((one) => ({ ...one, document: "settings" as const }))],
    objects,
  );
  expect(found.at(-1)).toMatchObject({ code: "diagnostics-omitted", document: "settings" });
  const requests = report([...many, ...many], objects);
  expect(requests.at(-1)).toMatchObject({ code: "diagnostics-omitted", document: "request" });
});
