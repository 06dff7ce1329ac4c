import type { CompileResult } from "../compile-documents.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  isList,
  isObject,
  ownField,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Change } from "../diff/compare/manifest-diff.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import { parseResources } from "../ray/parse-resources.ts";
import type { Refusal } from "./settle-documents.ts";

/**
 * The refusals that tell of a loss: what the documents say in another way, such as in a template, is none, nor is what the
 * import tried of its own accord.
 */
export function lostRefusals(
  refused: readonly Refusal[],
  result: CompileResult,
  changes: readonly Change[] | undefined,
): readonly Diagnostic[] {
  if (!result.ok || refused.length === 0) return refused.map(({ diagnostic }) => diagnostic);
  const manifest: PlainObject = JSON.parse(JSON.stringify(result.manifest));
  const spec = viewManifest(manifest)?.cluster?.spec ?? {};
  const outcome = { spec, entries: entriesOf(manifest), isSame: changes?.length === 0 };
  const lost = refused.filter((each) => !isSaid(each, outcome) && !isFollower(each, refused));
  // What is refused before there are templates may be refused again with them.
  const places = lost.map(({ diagnostic }): readonly [string, Diagnostic] => [
    JSON.stringify([diagnostic.document, diagnostic.path, diagnostic.message]),
    diagnostic,
  ]);
  return [...new Map(places).values()];
}

/** Words that the import chooses for devices. Where they are refused, a pod template asks for the devices. */
const OWN_WORDS: readonly string[] = Object.freeze(["accelerator", "accelerator_count"]);

const TEMPLATE = /(?:^|_)template$/;

/** What the documents compile to. */
interface Outcome {
  readonly spec: PlainObject;
  /** The texts with their keys, or as variables with their names. */
  readonly entries: ReadonlySet<string>;
  /** Whether it means what the given manifest means. */
  readonly isSame: boolean;
}

function isSaid(
  { diagnostic: { document, path }, value }: Refusal,
  { spec, entries, isSame }: Outcome,
): boolean {
  const [key, owner] = [String(path.at(-1)), path.at(-2)];
  const isEntry = document === "settings" && path[1] === "accelerators" && path.length < 5;
  if (isEntry || OWN_WORDS.includes(key)) return true;
  // Given settings may not allow a template; what is refused in one has no other place.
  if (TEMPLATE.test(key)) return isSame;
  if (path.some((step) => TEMPLATE.test(String(step)))) return false;
  if (key === "ray_version") return ownField(spec, "rayVersion") === value;
  if (owner === "ray_resources") return offers(spec, key, value);
  const keys = [key, key.replace(/_([a-z])/g, (_match, letter) => letter.toUpperCase())];
  return typeof value === "string" && keys.some((each) => entries.has(entryOf(each, value)));
}

/** Whether a group tells Ray of a custom resource. */
function offers(spec: PlainObject, name: string, count: unknown): boolean {
  const groups = [ownObject(spec, "headGroupSpec"), ...ownList(spec, "workerGroupSpecs")];
  return groups.some((group) => {
    const text = ownText(ownObject(group, "rayStartParams"), "resources");
    return text !== undefined && ownField(parseResources(text), name) === count;
  });
}

function entriesOf(manifest: PlainObject): ReadonlySet<string> {
  const entries = new Set<string>();
  const collect = (data: PlainData): void => {
    if (isList(data)) for (const item of data) collect(item);
    if (!isObject(data)) return;
    const [name, value] = [ownText(data, "name"), ownText(data, "value")];
    if (name !== undefined && value !== undefined) entries.add(entryOf(name, value));
    for (const [key, member] of Object.entries(data)) {
      if (typeof member === "string") entries.add(entryOf(key, member));
      else collect(member);
    }
  };
  collect(manifest);
  return entries;
}

function entryOf(key: string, value: string): string {
  return JSON.stringify([key, value]);
}

/** What is only missing because it was refused itself. */
function isFollower({ diagnostic }: Refusal, refused: readonly Refusal[]): boolean {
  const { document, path, code } = diagnostic;
  if (code !== "api-missing-field" && code !== "missing-field") return false;
  return refused.some(
    ({ diagnostic: cause }) =>
      cause.document === document &&
      cause.path.length > path.length &&
      path.every((step, index) => step === cause.path[index]),
  );
}
