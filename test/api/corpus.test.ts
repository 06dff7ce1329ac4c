import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { pruned } from "../../src/api/pruned.ts";
import { withStoredDefaults } from "../../src/api/with-stored-defaults.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { corpusFolder, corpusManifest } from "../corpus.ts";
import { needs } from "../needs.ts";
import { releaseOf } from "./api-of.ts";

const OBSERVED = "../shared/reference/observed";
const corpus = needs(corpusFolder, OBSERVED);

/** What a real API server made of a manifest. */
interface Seen {
  readonly file: string;
  /** Why strict validation refused it. */
  readonly strict?: string;
  /** Why the API server refused it. */
  readonly server?: string;
}

const DROPPED: readonly string[] = ["api-unknown-field", "api-field-not-in-release"];

corpus.test.each(["1.1.1", "1.4.2", "1.7.0"])(
  `every real manifest is judged as the API server of KubeRay %s judged it${corpus.skipped}`,
  (release) => {
    const seen: readonly Seen[] = JSON.parse(
      readFileSync(`${OBSERVED}/corpus-v${release}.json`, "utf8"),
    );
    expect(seen.length).toBeGreaterThan(200);
    for (const { file, strict, server } of seen) {
      const manifest = corpusManifest(file);
      const answer = apiFor({
        kind: String(manifest.kind),
        apiVersion: String(manifest.apiVersion),
        kuberayVersion: releaseOf(release),
      });
      const found = answer.ok ? checkAgainstApi(manifest, answer.api) : [];
      const refused = found.filter(({ code }) => !DROPPED.includes(code));
      const left = answer.ok
        ? checkAgainstApi(withStoredDefaults(pruned(manifest, answer.api), answer.api), answer.api)
        : [];
      expect(
        [answer.ok, refused.length > 0, found.length > 0, left.map(({ code }) => code)],
        file,
      ).toEqual([
        true,
        server !== undefined,
        strict !== undefined,
        refused.map(({ code }) => code),
      ]);
    }
  },
);

/** Changes that the rig itself could not make. */
const NOT_MADE: readonly string[] = [
  "1.7.0 tmpl-label-worker",
  "1.7.0 tmpl-annot-head",
  "1.7.0 tmpl-label-head",
];

corpus.test(
  `every change is refused by the API server where it was seen to be${corpus.skipped}`,
  () => {
    const files = readdirSync(OBSERVED).filter((file) => file.startsWith("observed-v"));
    const wrong: string[] = [];
    for (const file of files) {
      const [, release = ""] = /^observed-v([0-9.]+[0-9])/.exec(file) ?? [];
      const { bases, changes }: Observations = JSON.parse(
        readFileSync(`${OBSERVED}/${file}`, "utf8"),
      );
      for (const { id, base, patch, observed } of changes) {
        const manifest = patched(bases[base], patch);
        const answer = apiFor({
          kind: String(manifest.kind),
          apiVersion: String(manifest.apiVersion),
          kuberayVersion: releaseOf(release),
        });
        if (!answer.ok) throw new Error(answer.message);
        const refused = checkAgainstApi(manifest, answer.api).some(
          ({ code }) => !DROPPED.includes(code),
        );
        if (refused !== (observed.api_server === "api")) wrong.push(`${release} ${id}`);
      }
    }
    expect(wrong).toEqual(NOT_MADE);
  },
);

interface Observations {
  readonly bases: Readonly<Record<string, PlainObject>>;
  readonly changes: readonly {
    readonly id: string;
    readonly base: string;
    readonly patch: readonly Operation[];
    readonly observed: { readonly api_server: string };
  }[];
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value?: PlainData;
}

/** A manifest after JSON Patch operations (RFC 6902): add, replace and remove. */
function patched(base: PlainObject | undefined, operations: readonly Operation[]): PlainObject {
  const copy = structuredClone(base);
  for (const { op, path, value } of operations) {
    const steps = path
      .slice(1)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop() ?? "";
    const parent = steps.reduce<unknown>((node, step) => Reflect.get(Object(node), step), copy);
    if (Array.isArray(parent)) {
      const index = last === "-" ? parent.length : Number(last);
      parent.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    } else if (op === "remove") Reflect.deleteProperty(Object(parent), last);
    else Reflect.set(Object(parent), last, value);
  }
  return copy ?? {};
}
