import { isObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { listWords } from "../../diagnostics/show.ts";
import { mostSevere } from "../../kuberay/effects/effects.ts";
import { canonicalText } from "../compare/canonical-text.ts";
import type { Change } from "../compare/manifest-diff.ts";

/** A change as people are told it: one of the comparison, or several of them that are one thing. */
export interface ReportedChange extends Change {
  /** What is one thing, part by part; none where it is a single change. */
  readonly parts?: readonly ChangePart[];
}

export interface ChangePart {
  /** The fields that change alike: `minReplicas and maxReplicas`. */
  readonly fields: string;
  readonly before?: PlainData;
  readonly after?: PlainData;
}

/**
 * Changes, of which those that are one thing are told once: the replica bounds of a group, the request and the limit of a
 * resource, a group under another name.
 */
export function mergeChanges(changes: readonly Change[]): readonly ReportedChange[] {
  return mergeFamilies(mergeRenamed(changes));
}

/** A group that is gone and one that is new, equal but for the name. */
function mergeRenamed(changes: readonly Change[]): readonly ReportedChange[] {
  const gone = groupsByContent(changes, "removed");
  const fresh = groupsByContent(changes, "added");
  const partners = new Map<Change, Change>();
  for (const [content, [old, ...others]] of gone) {
    const [current, ...more] = fresh.get(content) ?? [];
    if (old === undefined || current === undefined || others.length + more.length > 0) continue;
    if ((old.effect === "rejected") === (current.effect === "rejected")) partners.set(old, current);
  }
  const merged = new Set(partners.values());
  return changes.flatMap((change): readonly ReportedChange[] => {
    const current = partners.get(change);
    if (current !== undefined) return [renamedGroup(change, current)];
    return merged.has(change) ? [] : [change];
  });
}

/** The spec of a cluster, or the one inside another kind. */
const SPEC = String.raw`^spec(?:\.rayClusterSpec|\.rayClusterConfig|\.jobTemplate\.rayClusterSpec)?`;
const GROUP = new RegExp(String.raw`${SPEC}\.workerGroupSpecs\[(?:[^\]"]*|"(?:[^"\\]|\\.)*")\]$`);

function groupsByContent(
  changes: readonly Change[],
  kind: "added" | "removed",
): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = change.before ?? change.after;
    if (change.kind !== kind || !GROUP.test(change.path) || !isObject(group)) continue;
    const content = canonicalText({ ...group, groupName: null });
    const others = groups.get(content);
    if (others === undefined) groups.set(content, [change]);
    else others.push(change);
  }
  return groups;
}

function renamedGroup(old: Change, current: Change): ReportedChange {
  const [before, after] = [old.before, current.after].map((group) => ownText(group, "groupName"));
  const reason = old.reason === current.reason ? current.reason : `${current.reason} ${old.reason}`;
  return {
    path: old.path,
    kind: "changed",
    effect: mostSevere([old.effect, current.effect]),
    reason,
    parts: [{ fields: "groupName", before: before ?? null, after: after ?? null }],
  };
}

/** Fields that belong together, by what they have in common. */
interface Family {
  readonly key: string;
  readonly path: string;
  readonly field: string;
}

const REPLICAS = new RegExp(
  String.raw`(${SPEC}\.workerGroupSpecs\[.*\])\.(replicas|minReplicas|maxReplicas)$`,
);
const RESOURCE = /^(.*\.resources)\.(limits|requests)((?:\.|\[).+)$/;

function familyOf({ path, parts }: ReportedChange): Family | undefined {
  if (parts !== undefined) return undefined;
  const [, group, field] = REPLICAS.exec(path) ?? [];
  if (group !== undefined && field !== undefined) return { key: group, path: group, field };
  const [, resources, side, resource] = RESOURCE.exec(path) ?? [];
  if (resources === undefined || side === undefined || resource === undefined) return undefined;
  return { key: resources + resource, path: resources, field: side + resource };
}

/** What belongs together and has the same effect for the same reason. */
function mergeFamilies(changes: readonly ReportedChange[]): readonly ReportedChange[] {
  const families = new Map<string, ReportedChange[]>();
  const keys = changes.map((change, index) => {
    const family = familyOf(change);
    if (family === undefined) return `#${index}`;
    return JSON.stringify([family.key, change.effect, change.reason]);
  });
  for (const [index, change] of changes.entries()) {
    const members = families.get(keys[index] ?? "");
    if (members === undefined) families.set(keys[index] ?? "", [change]);
    else members.push(change);
  }
  return [...families.values()].flatMap((members) => mergedFamily(members));
}

function mergedFamily(members: readonly ReportedChange[]): readonly ReportedChange[] {
  const [first] = members;
  const family = first === undefined ? undefined : familyOf(first);
  if (first === undefined || family === undefined || members.length === 1) return members;
  const kinds = new Set(members.map(({ kind }) => kind));
  const [kind = "changed"] = kinds;
  return [
    {
      path: family.path,
      kind: kinds.size === 1 ? kind : "changed",
      effect: first.effect,
      reason: first.reason,
      parts: partsOf(members),
    },
  ];
}

/** Fields whose values change alike are one part. */
function partsOf(members: readonly ReportedChange[]): readonly ChangePart[] {
  const byValues = new Map<string, { fields: string[]; change: ReportedChange }>();
  for (const change of members) {
    const key = canonicalText([change.before ?? null, change.after ?? null]);
    const field = familyOf(change)?.field ?? change.path;
    const part = byValues.get(key);
    if (part === undefined) byValues.set(key, { fields: [field], change });
    else part.fields.push(field);
  }
  return [...byValues.values()].map(({ fields, change: { before, after } }) => ({
    fields: listWords(fields, "and"),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }));
}
