import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import { isThorough } from "../property-runs.ts";
import { hardStrings, uncarriedStrings } from "../yaml/hard-strings.ts";
import { fingerprint, readers } from "../yaml/readers.ts";

const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 1, node_config: { cpu: 4, memory_gb: 16 } },
};

/** What some reader takes for a boolean, a number, a date or null, and what Kubernetes lets a label say. */
const labelValues = [
  ...["y", "n", "yes", "No", "ON", "off", "true", "False", "null", "Null", "NULL", "nan", "inf"],
  ...["0", "1", "007", "08", "0o17", "0x1F", "0b11", "1_000", "1e3", "1E3", "12e4567", "e1", "E9"],
  ...["1.5", "2.10", "2024-01-01", "2024-02-30", "20240101", "9007199254740993", "0_0"],
  ...[
    "constructor",
    "valueOf",
    "toString",
    "prototype",
    "length",
    "a.b",
    "A_B-c.d",
    "x".repeat(63),
  ],
];

test.each(labelValues)("%s is text as the value and as the key of a label", (text) => {
  const labels = { team: text, [text]: "x" };
  const annotations = { [`example.com/${text}`]: text };
  expectKept(
    { labels, annotations },
    ({ metadata }) => [
      metadata.labels?.team,
      Object.keys(metadata.labels ?? {}).includes(text),
      metadata.annotations?.[`example.com/${text}`],
    ],
    [text, true, text],
  );
});

// By day fifty at a time: every reader reads each of them alone in yaml/print-vectors.test.ts.
const perManifest = isThorough ? 1 : 50;
const handfuls = Array.from({ length: Math.ceil(hardStrings.length / perManifest) }, (_, index) =>
  hardStrings.slice(index * perManifest, (index + 1) * perManifest),
);

test.each(handfuls.map((texts) => ({ first: JSON.stringify(texts[0]), texts })))(
  "strings from $first on are kept as the values of annotations",
  ({ texts }) => {
    const annotations = Object.fromEntries(
      texts.map((text, index) => [`example.com/note-${index}`, text]),
    );
    expectKept({ annotations }, ({ metadata }) => metadata.annotations, annotations);
  },
);

test.each(uncarriedStrings.map((text) => [JSON.stringify(text), text]))(
  "%s is refused as the value of an annotation",
  (_shown, text) => {
    const result = compile({ ...sound, annotations: { "example.com/note": text } });
    expect(result.ok ? [] : result.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ["unprintable-text", ["annotations", "example.com/note"]],
    ]);
  },
);

test.each(["<<", "~", "=", "", " ", "-", "on:", "__proto__", "a/b/c", "\u2028", "\ud800"])(
  "%j is no key of a label or an annotation",
  (key) => {
    for (const field of ["labels", "annotations"]) {
      const map = Object.fromEntries([[key, "x"]]);
      const result = compile({ ...sound, [field]: map });
      expect(result.ok ? [] : result.diagnostics.map(({ path }) => path)).toEqual([[field, key]]);
    }
  },
);

type Manifest = Extract<ReturnType<typeof compile>, { readonly ok: true }>["manifest"];

/** A text comes through as it is: into the manifest, and from the printed text through readers. */
function expectKept(fields: object, find: (manifest: Manifest) => unknown, wanted: unknown): void {
  const result = compile({ ...sound, ...fields });
  if (!result.ok) expect.fail(JSON.stringify(result.diagnostics));
  expect(find(result.manifest)).toEqual(wanted);
  const printed = printYaml(result.manifest);
  // By day two of the four.
  for (const [name, read] of byTurns(Object.entries(readers), 2, printed.length)) {
    expect(fingerprint(read(printed)), name).toBe(fingerprint(result.manifest));
  }
}
