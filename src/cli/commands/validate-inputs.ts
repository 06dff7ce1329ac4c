import { defuse } from "../../diagnostics/defuse.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { JudgedManifests } from "../../validate/judge-manifests.ts";
import { judgeManifests } from "../../validate/judge-manifests.ts";
import { isTemplate } from "../../validate/manifest-documents.ts";
import type { ReadTarget } from "../../validate/read-target.ts";
import { readTarget } from "../../validate/read-target.ts";
import type { ValidateOptions } from "../../validate/validate-options.ts";
import { AccessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { ManifestFile } from "../io/manifest-file.ts";
import { readManifestFiles } from "../io/read-manifest-files.ts";
import { readRevisionFiles } from "../io/read-revision-files.ts";
import { readText } from "../io/read-text.ts";
import { createReleaseFinder } from "../project/find-releases.ts";
import { UsageError } from "./usage-error.ts";
import { addJudged, emptyTally, passOver, summary } from "./validate-tally.ts";

/** What the command line says of the cluster that manifests are for. */
export interface TargetFlags {
  readonly given: {
    readonly value: (
      name: "kuberay-version" | "feature-gates" | "crd" | "kubernetes-version" | "pod-security",
    ) => string | undefined;
    readonly isSet: (name: "strict") => boolean;
  };
}

/** What came of judging. */
export interface ValidatedInputs {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that they speak of. */
  readonly texts: readonly TextDocument[];
  /** Lines for people: how much was judged and what was ignored. */
  readonly summary: string;
}

/**
 * Judges every manifest of KubeRay in files and folders, or in what git has of them at a revision. A file of a folder that
 * holds none, or that cannot be read and does not look like one, is ignored. Throws a UsageError or an AccessError.
 */
export async function validateInputs(
  operands: readonly string[],
  revision: string | undefined,
  { given }: TargetFlags,
  io: CommandLineIo,
): Promise<ValidatedInputs> {
  const targetOf = createTargetFinder(await optionsOf({ given }, io), io);
  const diagnostics: Diagnostic[] = [];
  const texts: TextDocument[] = [];
  const tally = emptyTally();
  const files =
    revision === undefined
      ? readManifestFiles(operands, io)
      : await readRevisionFiles(revision, operands, io);
  for await (const file of files) {
    if (file.kind === "missing") {
      throw new AccessError(`${defuse(revision ?? "git")} has no ${defuse(file.operand)}.`);
    }
    if (file.kind === "unreadable") {
      passOver(tally, "unreadable", { path: file.path, details: file.problem });
      continue;
    }
    const target = await targetOf(file.file);
    const judged = judgeManifests(file.text, target);
    if (isPassedOver(file, judged)) {
      const why = !judged.isUnreadable
        ? "other-objects"
        : isTemplate(file.text.text)
          ? "template"
          : "unreadable";
      const [first] = judged.diagnostics;
      const details = why === "unreadable" ? (first?.message ?? "") : "";
      passOver(tally, why, { path: file.path, details });
      continue;
    }
    addJudged(tally, judged, target.target.kuberay);
    if (judged.diagnostics.length > 0) texts.push(file.text);
    diagnostics.push(...judged.diagnostics);
  }
  return { diagnostics, texts, summary: summary(tally) };
}

const MANIFEST_LINE = /^[ \t]*["']?kind["']?:[ \t]*["']?Ray(?:Cluster|Job|Service|CronJob)\b/m;

/** What was named itself, or holds a manifest, is told of; all else of a folder may be anything. */
function isPassedOver(
  { isNamed, text }: Extract<ManifestFile, { readonly kind: "text" }>,
  { judged, isUnreadable }: JudgedManifests,
): boolean {
  if (judged > 0) return false;
  if (!isUnreadable) return true;
  return !isNamed && (isTemplate(text.text) || !MANIFEST_LINE.test(text.text));
}

async function optionsOf({ given }: TargetFlags, io: CommandLineIo): Promise<ValidateOptions> {
  const crd = given.value("crd");
  const level = given.value("pod-security");
  return {
    kuberayVersion: given.value("kuberay-version"),
    featureGates: given.value("feature-gates"),
    kubernetesVersion: given.value("kubernetes-version"),
    podSecurity: level === "baseline" || level === "restricted" ? level : undefined,
    crd: crd === undefined ? undefined : await readText(crd, io),
    strict: given.isSet("strict"),
  };
}

type SoundTarget = Extract<ReadTarget, { readonly ok: true }>;

/** The target of a file: one for each release, so that its API is read once. */
function createTargetFinder(
  options: ValidateOptions,
  io: CommandLineIo,
): (file: string) => Promise<SoundTarget> {
  const releaseOf = createReleaseFinder(io);
  const known = new Map<string, SoundTarget>();
  return async (file) => {
    const { version, from } =
      options.kuberayVersion === undefined
        ? await releaseOf([file])
        : { version: options.kuberayVersion, from: undefined };
    const found = known.get(version ?? "");
    if (found !== undefined) return found;
    const read = readTarget({ ...options, kuberayVersion: version });
    if (!read.ok) throw targetError(read, from);
    known.set(version ?? "", read);
    return read;
  };
}

/** A flag is a matter of usage; a release that a project names is not. */
function targetError(
  { findings }: Extract<ReadTarget, { readonly ok: false }>,
  from: string | undefined,
): Error {
  const said = findings.map(({ path, message, hint }) => {
    const name = formatPath(path);
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isFlag = name !== "kuberayVersion" || from === undefined;
    return { isFlag, text: `${isFlag ? `--${flag}` : from}: ${message} ${hint ?? ""}` };
  });
  const text = said.map((each) => defuse(each.text)).join(" ");
  return said.every(({ isFlag }) => isFlag) ? new UsageError(text) : new AccessError(text);
}
