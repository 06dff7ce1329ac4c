import type { ApiType } from "../api/api-type.ts";
import { imageReferenceProblem } from "../api/identifiers/image-reference.ts";
import { isObject, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { DiffPath } from "../diff/compare/diff-path.ts";
import { formatDiffPath } from "../diff/compare/diff-path.ts";
import type { ComparisonTarget } from "../diff/compare/find-changes.ts";
import { findChanges } from "../diff/compare/find-changes.ts";
import { RAY_CONTAINERS } from "../manifest/overlays/pod-overlay.ts";
import { templatePatch } from "./template-patch.ts";

/** What the short forms leave of a pod template, as patches over what they make. */
export interface LeftOver {
  /** Where and as what pods run and what stands beside Ray in them: what a deployment says. */
  readonly deployment: PlainObject | undefined;
  /** What Ray's container asks for and runs: what a user says. */
  readonly own: PlainObject | undefined;
}

/** What a patch of Ray's container says for a user: what it asks for and what it runs. */
const OWN_FIELDS: readonly string[] = Object.freeze([
  "image",
  "command",
  "args",
  "env",
  "envFrom",
  "resources",
  "workingDir",
]);

export interface LeftOverContext {
  readonly role: "head" | "worker";
  readonly type: ApiType | undefined;
  /** Whether a comparison found a difference at a path of the template or below it: only what means something is patched. */
  readonly differs: (path: DiffPath) => boolean;
}

/**
 * @param base what the compiler makes
 * @param target what it shall be
 */
export function leftOver(
  base: PlainObject,
  target: PlainObject,
  { role, type, differs }: LeftOverContext,
): LeftOver {
  const patch = templatePatch(base, target, type);
  const metadata = meaningful(ownObject(patch, "metadata"), ["metadata"], differs);
  const spec = ownObject(patch, "spec");
  const [ray] = ownList(ownObject(base, "spec"), "containers");
  const item = ownText(ray, "name") ?? "";
  const containers = ownList(spec, "containers").filter(isObject);
  const rays = containers.find((each) => ownText(each, "name") === item) ?? {};
  const changed = meaningful(rays, ["spec", "containers", { item }], differs);
  const isOwn = (key: string) =>
    OWN_FIELDS.includes(key) && !(key === "image" && isPlaceholder(changed[key]));
  const mine = pick(changed, (key) => !isOwn(key));
  const theirs = pick(changed, isOwn);
  const sidecars = containers.filter((each) => ownText(each, "name") !== item);
  const deployment: Record<string, PlainData> = {
    ...pick(meaningful(spec, ["spec"], differs), (key) => key !== "containers"),
  };
  // Pod templates know Ray's container by this name, whatever it is called in the end.
  const name = RAY_CONTAINERS[role];
  // It is named even where it does not change: what a patch does not name comes last.
  if (Object.keys(mine).length > 0 || sidecars.length > 0) {
    deployment.containers = [{ name, ...mine }, ...sidecars];
  }
  const own = Object.keys(theirs).length > 0 ? { containers: [{ name, ...theirs }] } : {};
  return {
    deployment: template(metadata, deployment),
    own: template({}, own),
  };
}

/** What cannot be an image is filled in where the cluster is deployed. */
function isPlaceholder(image: PlainData | undefined): boolean {
  return typeof image === "string" && imageReferenceProblem(image) !== undefined;
}

function template(metadata: PlainObject, spec: PlainObject): PlainObject | undefined {
  const result: Record<string, PlainData> = {};
  if (Object.keys(metadata).length > 0) result.metadata = metadata;
  if (Object.keys(spec).length > 0) result.spec = spec;
  return Object.keys(result).length === 0 ? undefined : result;
}

/** The members of a patch that make a difference. */
function meaningful(
  patch: PlainObject,
  place: DiffPath,
  differs: (path: DiffPath) => boolean,
): PlainObject {
  return pick(patch, (key) => differs([...place, key]));
}

function pick(object: PlainObject, wanted: (key: string) => boolean): PlainObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)));
}

/** Whether two manifests differ at a path or below it. They are compared when it is first asked. */
export function differsAt(old: PlainObject, current: PlainObject, target: ComparisonTarget) {
  let paths: readonly string[] | undefined;
  const found = () =>
    (paths ??= findChanges(old, current, target).differences.map(({ display }) =>
      formatDiffPath(display),
    ));
  return (path: DiffPath): boolean => {
    const text = formatDiffPath(path);
    return found().some(
      (each) => each === text || each.startsWith(`${text}.`) || each.startsWith(`${text}[`),
    );
  };
}
