import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import type { ApiType } from "../../src/api/api-type.ts";
import { listMeaning } from "../../src/api/list-meanings.ts";
import { withStoredDefaults } from "../../src/api/with-stored-defaults.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { byTurns } from "../by-turns.ts";
import { needs } from "../needs.ts";

// However a manifest is written down, the same is found in it.

const CORPUS = "../shared/corpus";
const corpus = needs(CORPUS);
const FIXTURES = "fixtures/manifests";

test("the manifests of the fixtures are judged alike after they were rewritten", () => {
  // Names are taken among several objects.
  const single = readdirSync(FIXTURES).filter((name) => name !== "object-name-taken");
  const files = byTurns(single, 2).map((name) => `${FIXTURES}/${name}/manifest.yaml`);
  expect(otherwise(files)).toEqual([]);
});

corpus.test(`real manifests are judged alike after they were rewritten${corpus.skipped}`, () => {
  const files = readdirSync(CORPUS).filter((file) => file.endsWith(".yaml"));
  expect(otherwise(byTurns(files, 9).map((file) => `${CORPUS}/${file}`))).toEqual([]);
});

/** What is found otherwise once a manifest is written in another way. */
function otherwise(files: readonly string[]): readonly string[] {
  const wrong: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const [, release = "1.7.0"] = /^# KubeRay (\S+)/.exec(text) ?? [];
    const kuberayVersion = parseVersion(release);
    const { data } = readYaml({ file, text }, "manifest", { dialect: "manifest" });
    if (kuberayVersion === undefined || !isPlainObject(data)) throw new Error(file);
    const manifest: PlainData = JSON.parse(JSON.stringify(data));
    const { kind, apiVersion } = data;
    const found = briefly(manifest, release);
    const answer = apiFor({ kind: String(kind), apiVersion: String(apiVersion), kuberayVersion });
    if (!answer.ok) continue;
    const { api } = answer;
    const ways = {
      respelled: rewritten(manifest, api.root, RESPELL),
      reordered: rewritten(manifest, api.root, REORDER),
      "with defaults": withStoredDefaults(manifest, api),
    };
    for (const [way, copy] of Object.entries(ways)) {
      const now = briefly(copy, release);
      if (now.join() !== found.join()) wrong.push(`${file} ${way}: ${found} -> ${now}`);
    }
  }
  return wrong;
}

/** What is found, in no order: places move with what stands there. */
function briefly(manifest: PlainData, kuberayVersion: string): readonly string[] {
  const { diagnostics } = validateManifests(manifest, { kuberayVersion });
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`).sort();
}

interface Rewriting {
  readonly quantity: (value: PlainData) => PlainData;
  readonly members: <Member>(members: readonly Member[]) => readonly Member[];
  readonly items: <Item>(items: readonly Item[], order: string) => readonly Item[];
}

const RESPELL: Rewriting = {
  quantity: (value) => {
    if (typeof value !== "string") return value;
    return value
      .replace(/^(\d{1,9})$/, "$1000m")
      .replace(/^(\d{1,6})Gi$/, (_text, amount) => `${Number(amount) * 1024}Mi`)
      .replace(/^(\d{1,9})k$/, "$1000");
  },
  members: (members) => members,
  items: (items) => items,
};

const REORDER: Rewriting = {
  quantity: (value) => value,
  members: (members) => members.toReversed(),
  items: (items, order) => {
    if (order === "nothing") return items.toReversed();
    return order === "first" ? [...items.slice(0, 1), ...items.slice(1).toReversed()] : items;
  },
};

function rewritten(
  data: PlainData,
  type: ApiType,
  how: Rewriting,
  order = "everything",
): PlainData {
  if (type.kind === "quantity") return how.quantity(data);
  if (type.kind === "list" && Array.isArray(data)) {
    return how.items(data, order).map((item) => rewritten(item, type.items.type, how));
  }
  if (!isMap(data) || (type.kind !== "object" && type.kind !== "map")) return data;
  const members = Object.entries(data).map(([key, value]): [string, PlainData] => {
    if (type.kind === "map") return [key, rewritten(value, type.values.type, how)];
    const field = type.field(key);
    const { order: ofList } = listMeaning(type.name, key) ?? {};
    return [key, field === undefined ? value : rewritten(value, field.type, how, ofList)];
  });
  return Object.fromEntries(how.members(members));
}

function isMap(data: PlainData): data is { readonly [key: string]: PlainData } {
  return isPlainObject(data);
}
