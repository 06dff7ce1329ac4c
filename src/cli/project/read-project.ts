import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { fieldFindings } from "../../model/field-findings.ts";
import { requestFields } from "../../model/request/request-schema.ts";
import { validate } from "../../model/validate.ts";
import { readSource } from "../../yaml/read-source.ts";
import type { CompleteTarget, PlacedText } from "./complete-targets.ts";
import { completeTargets } from "./complete-targets.ts";
import { project } from "./project-schema.ts";

/** A project file as far as its own text goes: sound, or everything that is wrong with it. */
export interface ReadProject {
  /** The way back to the text. */
  readonly source: Source;
  /** Undefined where a finding is an error. */
  readonly targets: readonly CompleteTarget[] | undefined;
  /** Globs of other project files. */
  readonly projects: readonly PlacedText[];
  readonly findings: readonly Finding[];
}

/** Reads a project file from its text or from an object. Never throws. */
export function readProject(input: TextDocument | object): ReadProject {
  const source = readSource(input, "config");
  const data = source.data === null ? {} : source.data;
  const validated = validate(project, data, "config");
  const complete = validated.ok ? completeTargets(validated.value) : undefined;
  const findings = [
    ...fieldFindings(source, validated).map(withSetHint),
    ...sharedNames(data),
    ...(complete?.findings ?? []),
  ];
  const isSound = errorsAmong(findings).length === 0;
  const projects = validated.ok ? (validated.value.projects ?? []) : [];
  return {
    source,
    targets: isSound ? complete?.targets : undefined,
    projects: projects.map((text, index) => ({ text, path: ["projects", index] })),
    findings,
  };
}

/** A target has no fields of a request: its `set` does. */
function withSetHint(finding: Finding): Finding {
  const { code, path } = finding;
  const [side, ...rest] = path;
  const key = side === "targets" ? rest[1] : rest[0];
  const isKey = path.length === (side === "targets" ? 3 : 2) && typeof key === "string";
  if (code !== "unknown-field" || !isKey) return finding;
  const isOfRequest = key === "name_prefix" || Object.hasOwn(requestFields, key);
  if (!isOfRequest && key !== "config") return finding;
  return { ...finding, hint: `Write it into set, such as set: {${key}: ...}.` };
}

/** Targets that have the name of one before them; whatever else is wrong with them. */
function sharedNames(data: unknown): readonly Finding[] {
  const targets: unknown = isPlainObject(data) ? data.targets : undefined;
  if (!Array.isArray(targets)) return [];
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [index, target] of targets.entries()) {
    const name: unknown = isPlainObject(target) ? target.name : undefined;
    if (typeof name !== "string") continue;
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, index);
    } else {
      findings.push({
        code: "invalid-target",
        document: "config",
        path: ["targets", index, "name"],
        message: `There are two targets named ${showText(name)}.`,
        hint: "Give each target a unique name.",
        related: [
          {
            document: "config",
            path: ["targets", other, "name"],
            message: "the first one is here",
          },
        ],
      });
    }
  }
  return findings;
}
