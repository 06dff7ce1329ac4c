import equal from "fast-deep-equal";
import { expect, test } from "vitest";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { fingerprint, readers } from "../yaml/readers.ts";

const valid = await cases("valid");

test.each(valid)("readers take the text of $name for its manifest", (entry) => {
  const result = compiledCase(entry);
  if (!result.ok) return expect.unreachable();
  const text = printYaml(result.manifest);
  // By day two of the four.
  for (const [name, read] of byTurns(Object.entries(readers), 2, valid.indexOf(entry))) {
    const data = read(text);
    expect(fingerprint(data), name).toBe(fingerprint(result.manifest));
    expect(equal(marked(data), marked(result.manifest)), name).toBe(true);
  }
});

/** The data with a mark before every key: fast-deep-equal calls `valueOf`, which can be a label here. */
function marked(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(marked);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [`.${key}`, marked(value)]));
}
