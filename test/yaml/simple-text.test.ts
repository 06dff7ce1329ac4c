import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Path } from "../../src/diagnostics/path.ts";
import { readFully } from "../../src/yaml/read-fully.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import { simplePlace } from "../../src/yaml/simple-place.ts";
import { readSimpleText } from "../../src/yaml/simple-text.ts";
import { manifestLimits, requestLimits } from "../../src/yaml/text-limits.ts";
import { createTextRanges } from "../../src/yaml/text-ranges.ts";

const texts: readonly string[] = ["fixtures/valid", "golden/valid"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")),
);

/** What a simple text never holds, and what only looks as if. */
const SCRAPS = Object.freeze(
  `\n|  |- |-|: |:|#| #|'|"|[|]|{|}|,|---\n|...\n|>|&a|*a|!t|y|no|true|~|1|-0|0x1|1e3|1.5|2.52.0|16Gi|.5|_|\\|%|@|?|
<<: |__proto__: 1\n|\t|\r\n|key: v\n|  - x\n|\u00e9|\u2028|00|1_0|NaN|constructor: 1\n|+1|12:30:45|2001-01-01|0o7|1E|
\\"|\\\\|\\n|\\u0041|\\/|   \n|1.2.3.4|null|a.b/c:`.split("|"),
);
const LITERALS = Object.freeze([
  "|\n",
  "|-\n",
  "|\n  a\n   b\n\n  c\n",
  "|\n    x\n",
  "|2\n",
  "|+\n",
]);

/** A text of ours with up to three changes, or some lines of one. */
const changed = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.option(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }))),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.constantFrom("", ...SCRAPS, ...LITERALS)), {
      maxLength: 3,
    }),
  )
  .map(([text, cut, changes]) => {
    const lines = text.split("\n");
    const start = cut === null ? 0 : cut[0] % lines.length;
    const some = lines.slice(start, cut === null ? undefined : start + cut[1]).join("\n");
    return changes.reduce((result, [place, removed, added]) => {
      const at = place % (result.length + 1);
      return `${result.slice(0, at)}${added}${result.slice(at + removed)}`;
    }, some);
  });

const dialects = [
  { dialect: "request", limits: requestLimits },
  { dialect: "manifest", limits: manifestLimits },
] as const;

test.each(dialects)(
  "what the simple reader takes, the full one reads alike ($dialect)",
  (options) => {
    let taken = 0;
    fc.assert(
      fc.property(changed, (text) => {
        const simple = readSimpleText(text, options.limits);
        if (simple === undefined) return;
        taken++;
        const full = readFully({ file: "a.yaml", text }, "request", options);
        expect(full.flatMap(({ findings }) => findings)).toEqual([]);
        // As text, too, since the order of keys counts.
        expect(JSON.stringify(simple)).toBe(JSON.stringify(full.map(({ data }) => data)));
        expect(simple).toStrictEqual(full.map(({ data }) => data));
      }),
      { examples: [["a: [1, b]\n"]] },
    );
    expect(taken).toBeGreaterThan(0);
  },
);

test("most of what people write is simple", () => {
  const simple = texts.filter((text) => readSimpleText(text, requestLimits) !== undefined);
  expect(simple.length / texts.length).toBeGreaterThan(0.8);
});

/** Paths of data, and of something that is missing below each. */
function pathsOf(data: unknown, path: Path = []): readonly Path[] {
  const inner =
    typeof data === "object" && data !== null
      ? Object.entries(data).flatMap(([key, value]) =>
          pathsOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
        )
      : [];
  return [path, ...inner, [...path, "missing"], [...path, 99]];
}

/** Compares the places in a text of one document; how many of them the simple reader leaves to the full one. */
function comparePlaces(text: string, data: unknown, options: (typeof dialects)[number]) {
  const textDocument = { file: "a.yaml", text };
  const [full] = readFully(textDocument, "request", options);
  const ranges = createTextRanges(textDocument);
  const questions = pathsOf(data)
    .slice(0, 100)
    .flatMap((path) => (["key", "value"] as const).map((target) => ({ path, target })));
  const answers = questions.flatMap(({ path, target }) => {
    const place = simplePlace(text, path, target);
    if (place === undefined) return [];
    return [{ path, target, range: ranges.whole(place.start, place.end) }];
  });
  expect(answers).toEqual(
    answers.map(({ path, target }) => ({ path, target, range: full?.rangeOf?.(path, target) })),
  );
  return 1 - answers.length / questions.length;
}

test.each(dialects)(
  "places in a simple text are those of the full reader ($dialect)",
  (options) => {
    fc.assert(
      fc.property(changed, (text) => {
        const [data, ...others] = readSimpleText(text, options.limits) ?? [];
        if (data !== undefined && others.length === 0) comparePlaces(text, data, options);
      }),
    );
  },
);

test.each([
  "a:\n  - {b: 1, c: [x, 'y']}\n# no\nd: |\n  e\n",
  "a:\n- b: 1 # c\n  d:\n  - x\n  e: [1]\n- w\nz:\n'q': {}\n",
  "a:\n  b:\n    c: 1\n\n  d: 2\ne: 3\n",
  "---\n\n# c\n- a\n- [ b , {c: d , \"e\": 'f'} ]\n-   k: 1\n    l: m n # o\n",
  "a: |\n  # b: 1\n\n  c: 2\nc: 3 \n",
])("places in %j are those of the full reader", (text) => {
  const [data] = readSimpleText(text, requestLimits) ?? [];
  expect(data).toBeDefined();
  expect(comparePlaces(text, data, dialects[0])).toBeLessThan(0.3);
});

test("the place of what takes more to know is that of the full reader, too", () => {
  const text = "a:\n  - b: 1\n    c: 2\nd: |\n  e\n";
  const { rangeOf } = readSource({ file: "a.yaml", text }, "request");
  const [full] = readFully({ file: "a.yaml", text }, "request", {
    dialect: "request",
    limits: requestLimits,
  });
  for (const path of [["a", 0], ["d"], ["a", 0, "c"]]) {
    for (const target of ["key", "value"] as const) {
      expect(rangeOf?.(path, target)).toEqual(full?.rangeOf?.(path, target));
    }
  }
});

test.each([
  ["a: 1\na: 2\n", "keys that stand twice"],
  ["a: no\n", "words that surprise"],
  ["a: 012\n", "octal numbers"],
  ["a: &x 1\n", "anchors"],
  ["a: b: c\n", "two colons"],
  ["a: b\n  c\n", "texts of several lines"],
  [`a: ${"[".repeat(40)}${"]".repeat(40)}\n`, "deep nesting"],
  [`a: [${"1, ".repeat(1_001)}1]\n`, "long lists"],
  ["- a\nb: 1\n", "two roots"],
  ["a:\n\tb: 1\n", "tabs"],
  ["", "nothing"],
])("%j is left to the full reader: %s", (text) => {
  expect(readSimpleText(text, requestLimits)).toBeUndefined();
});
