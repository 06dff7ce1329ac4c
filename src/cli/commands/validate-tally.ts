import { defuse } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion } from "../../kuberay/version.ts";
import type { JudgedManifests } from "../../validate/judge-manifests.ts";
import { passedOverLine } from "../io/report-passed-over.ts";

/** What a run over many files has come to so far. */
export interface ValidateTally {
  files: number;
  manifests: number;
  invalid: number;
  /** Files that could not be read, or not all of them, and are told of. */
  broken: number;
  /** Files without a manifest. */
  others: number;
  unjudgedRules: number;
  readonly releases: Set<string>;
  readonly templates: PassedOverFile[];
  readonly unreadable: PassedOverFile[];
}

export interface PassedOverFile {
  readonly path: string;
  readonly details: string;
}

export function emptyTally(): ValidateTally {
  return {
    files: 0,
    manifests: 0,
    invalid: 0,
    broken: 0,
    others: 0,
    unjudgedRules: 0,
    releases: new Set(),
    templates: [],
    unreadable: [],
  };
}

export function addJudged(tally: ValidateTally, judged: JudgedManifests, kuberay: Version): void {
  tally.files++;
  tally.manifests += judged.judged;
  tally.invalid += judged.invalid;
  if (judged.isUnreadable) tally.broken++;
  tally.unjudgedRules = Math.max(tally.unjudgedRules, judged.unjudgedRules);
  tally.releases.add(formatVersion(kuberay));
}

export function passOver(
  tally: ValidateTally,
  why: "template" | "unreadable" | "other-objects",
  file: PassedOverFile,
): void {
  if (why === "other-objects") tally.others++;
  else if (why === "template") tally.templates.push(file);
  else tally.unreadable.push(file);
}

/** What is written to standard error: one line, and another one for what deserves it. */
export function summary(tally: ValidateTally): string {
  const lines = [
    counts(tally),
    tally.unjudgedRules === 0
      ? ""
      : `the CRD has ${count(tally.unjudgedRules, "rule")} that only an API server checks`,
    passedOverLine("with unrendered {{ }} templates", tally.templates),
    passedOverLine("that cannot be read", tally.unreadable),
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `raycluster: ${defuse(defuse(line))}.\n`)
    .join("");
}

function counts({ files, manifests, invalid, broken, others, releases }: ValidateTally): string {
  const passed = others === 0 ? "" : `; ${count(others, "other file")} ignored`;
  if (files === 0) return `there is no KubeRay manifest, so nothing is checked${passed}`;
  const unread = broken === 0 ? "" : `; ${count(broken, "file")} cannot be read`;
  const [release] = releases.size === 1 ? releases : [];
  const target = release === undefined ? "" : ` for KubeRay ${release}`;
  const judged = `${count(manifests, "manifest")} in ${count(files, "file")}${target}`;
  const outcome = invalid > 0 ? `${invalid} invalid` : manifests > 0 ? "all are valid" : "";
  return `${judged}${outcome === "" ? "" : ": "}${outcome}${unread}${passed}`;
}
