import { test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { expectOrder } from "../compile/expect-order.ts";
import { hostileValues } from "../compile/hostile-values.ts";
import { isThorough } from "../property-runs.ts";
import { replaceAt } from "../schemas/mutated.ts";
import { documentsOf } from "./documents-of.ts";
import type { Option } from "./options.ts";
import { options } from "./options.ts";

const values = Object.entries(hostileValues);
/** So many values are put at each place: others at the next one, and the same in every run. */
const VALUES_AT_A_PLACE = isThorough ? 4 : 2;

/** Where an option says something: every place at any depth that a request without it does not have. */
function placesOf(option: Option): readonly (readonly ["request" | "settings", Path])[] {
  const plain = documentsOf([], "2.52.0");
  const { request, settings } = documentsOf([option], "2.52.0");
  return [
    ...placesIn(request, plain.request).map((path) => ["request", path] as const),
    ...placesIn(settings, {}).map((path) => ["settings", path] as const),
  ];
}

function placesIn(data: unknown, known: unknown, path: Path = []): readonly Path[] {
  const isContainer = Array.isArray(data) || isPlainObject(data);
  const own = path.length > 0 && known === undefined ? [path] : [];
  if (!isContainer) return own;
  const inner = Object.entries(data).flatMap(([key, value]) => {
    const before =
      typeof known === "object" && known !== null ? Reflect.get(known, key) : undefined;
    return placesIn(value, before, [...path, Array.isArray(data) ? Number(key) : key]);
  });
  return [...own, ...inner];
}

test.each(options.map((option, index) => ({ name: option.name, option, index })))(
  "hostile values are no trouble in $name",
  ({ option, index }) => {
    const documents = documentsOf([option], "2.52.0");
    for (const [step, [document, path]] of placesOf(option).entries()) {
      for (let turn = 0; turn < VALUES_AT_A_PLACE; turn++) {
        const [, make] = values[((index + step) * VALUES_AT_A_PLACE + turn) % values.length] ?? [];
        if (make === undefined) continue;
        const changed = { ...documents, [document]: replaceAt(documents[document], path, make) };
        const result = compile(changed.request, changed.settings);
        expectOrder(result);
      }
    }
  },
);
