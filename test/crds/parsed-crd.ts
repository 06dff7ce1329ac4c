import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { load } from "js-yaml";

const FOLDER = "node_modules/.cache/raycluster-compiler/crds";

const parsed = new Map<string, unknown>();

/**
 * The data of a CRD's file, by a reader that is not ours. Reading one takes a tenth of a second, so each text is read once,
 * and kept as JSON for other runs.
 */
export function parsedCrd(file: string): unknown {
  const text = readFileSync(file, "utf8");
  const digest = createHash("sha256").update(text).digest("hex");
  if (!parsed.has(digest)) parsed.set(digest, dataOf(text, `${FOLDER}/${digest}.json`));
  return parsed.get(digest);
}

function dataOf(text: string, kept: string): unknown {
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const json = JSON.stringify(load(text));
  mkdirSync(FOLDER, { recursive: true });
  // Nobody finds half a file.
  writeFileSync(`${kept}.${process.pid}`, json);
  renameSync(`${kept}.${process.pid}`, kept);
  return JSON.parse(json);
}
