import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { readGolden } from "../golden/golden-files.ts";
import { dataOf, deepFrozen, reversed } from "./plain-copies.ts";

const valid = await cases("valid");

type Spelling = readonly [name: string, request: unknown, settings: unknown];

/** The ways to say the same, as pairs of request and settings. */
function spellings(request: unknown, settings: unknown): readonly [Spelling, ...Spelling[]] {
  const data = { request: dataOf(request), settings: dataOf(settings) };
  const backwards = { request: reversed(data.request), settings: reversed(data.settings) };
  return [
    ["texts", request, settings],
    ["texts, again", request, settings],
    ["objects", data.request, data.settings],
    ["objects, again", data.request, data.settings],
    ["a text and an object", request, data.settings],
    ["objects with keys reversed", backwards.request, backwards.settings],
    ["JSON", json(data.request), json(data.settings)],
    ["JSON with keys reversed", json(backwards.request), json(backwards.settings)],
    ["frozen objects", deepFrozen(dataOf(request)), deepFrozen(dataOf(settings))],
  ];
}

test.each(valid)(
  "$name gives the same bytes however it is given",
  ({ name, request, settings }) => {
    const golden = readGolden(`valid/${name}.yaml`);
    // By day the first, and of the others every second.
    const [usual, ...all] = spellings(request, settings);
    const some = [
      usual,
      ...byTurns(
        all,
        2,
        valid.findIndex((entry) => entry.name === name),
      ),
    ];
    const [first, ...others] = some.map(([spelling, ...inputs]) => {
      const result = compile(...inputs);
      if (!result.ok) throw new Error(`${name} does not compile as ${spelling}.`);
      return { spelling, text: printYaml(result.manifest), warnings: places(result.diagnostics) };
    });
    expect(first?.text).toBe(golden);
    for (const { spelling, text, warnings } of others) {
      expect(text, spelling).toBe(golden);
      expect(warnings, spelling).toEqual(first?.warnings);
    }
  },
);

/** Sorted, since the order of a report is that of the document. */
function places(warnings: readonly Diagnostic[]): readonly string[] {
  return warnings.map(({ code, document, pointer }) => `${code} ${document}${pointer}`).sort();
}

function json(data: unknown): unknown {
  return data === undefined ? undefined : { file: "document.json", text: JSON.stringify(data) };
}
