import fc from "fast-check";
import type { Path } from "../../src/diagnostics/path.ts";

/** Copies of a document with one to three mistakes in random places; some are none. */
export function mutated(document: unknown): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((result: unknown, [place, apply]) => {
      const places = placesIn(result);
      return replaceAt(result, places[place % places.length] ?? [], apply);
    }, structuredClone(document)),
  );
}

/** The document with the value at a path changed; removed where the change gives undefined. */
export function replaceAt(
  document: unknown,
  path: Path,
  change: (value: unknown) => unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(document);
  if (Array.isArray(document)) {
    const list = [...document];
    const value = replaceAt(list[Number(step)], rest, change);
    list.splice(Number(step), 1, ...(value === undefined ? [] : [value]));
    return list;
  }
  if (typeof document !== "object" || document === null) return document;
  const value = replaceAt(Reflect.get(document, step), rest, change);
  const { [String(step)]: _old, ...others }: Record<string, unknown> = { ...document };
  return value === undefined ? others : { ...others, [String(step)]: value };
}

type Change = (value: unknown) => unknown;

const text = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "A",
    "a b",
    "-a",
    "a.b",
    "a/b",
    "a/b/c",
    "1",
    "true",
    "32Gi",
    "2.9",
    "v1",
  ),
  fc.constantFrom(
    "ray.io/x",
    "app.kubernetes.io/created-by",
    "kubernetes.io/gpu",
    "Exists",
    "Equal",
  ),
  fc.constantFrom("NoExecute", "\u007f", "\ufffe", "\u2028", "\u{1f600}", "\n", "\u00e9"),
  fc.constantFrom(53, 54, 63, 64, 253, 254).map((length) => "a".repeat(length)),
  fc.stringMatching(/^[-a-zA-Z0-9._/:@]{1,8}$/),
);

const number = fc.constantFrom(
  ...[0, -0, 1, -1, 0.5, 1.5, 0.001, 0.0009, 1 / 1024, 0.0009, 604_800, 604_801, 10_000, 10_001],
  ...[1_000_000, 1_000_001, 1_048_576, 1_048_577, 2_147_483_647, 2_147_483_648],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_SAFE_INTEGER],
);

const key = fc.oneof(
  fc.constantFrom("constructor", "toString", "valueOf", "hasOwnProperty", "a", "name", "cpu"),
  fc.constantFrom("n_nodes", "head_node", "scaling_groups", "max_nodes", "operator", "value"),
  text.filter((name) => name !== "__proto__"),
);

const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  number,
  text,
  fc.constantFrom([], {}, [1], ["a"], [null], { a: 1 }, { a: "b" }, [{}], [{ name: "a" }]),
  fc.dictionary(key, text, { maxKeys: 3 }),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  value.map(
    (replacement): Change =>
      () =>
        replacement,
  ),
  fc.constant<Change>(() => undefined),
  fc.tuple(key, value).map(
    ([name, member]): Change =>
      (old) =>
        withMember(old, name, member),
  ),
  fc.tuple(fc.nat(8), text).map(
    ([at, inserted]): Change =>
      (old) =>
        withText(old, at, inserted),
  ),
);

function withMember(old: unknown, name: string, member: unknown): unknown {
  if (Array.isArray(old)) return [...old, member];
  return typeof old === "object" && old !== null ? { ...old, [name]: member } : member;
}

/** Inserts a text between two characters; a pair of surrogates stays a pair. */
function withText(old: unknown, at: number, inserted: string): string {
  return typeof old === "string" ? [...old].toSpliced(at, 0, inserted).join("") : inserted;
}

/** Every place in a document, the root first. */
export function placesIn(document: unknown, path: Path = []): readonly Path[] {
  if (typeof document !== "object" || document === null) return [path];
  const steps = Object.keys(document).map((step) =>
    Array.isArray(document) ? Number(step) : step,
  );
  return [path, ...steps.flatMap((step) => placesIn(Reflect.get(document, step), [...path, step]))];
}
