import type { Compiled, CompileOptions, CompileResult } from "../../compile-documents.ts";
import { defuse } from "../../diagnostics/defuse.ts";
import { parsePath } from "../../diagnostics/path.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { inDocumentOrder } from "../formats/in-document-order.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText, STANDARD_INPUT } from "../io/read-text.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of every command that compiles requests: what to compile for, and what to replace. */
export const inputFlags = Object.freeze({
  settings: {
    kind: "value",
    short: "s",
    placeholder: "FILE",
    summary: "Helm values of the deployment.",
  },
  "settings-at": {
    kind: "value",
    placeholder: "PATH",
    summary: "Where they stand in it, such as spec.values.",
  },
  "kuberay-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "The KubeRay release, overriding the settings.",
  },
  name: {
    kind: "value",
    placeholder: "NAME",
    summary: "Replace the request's name (one request only).",
  },
  namespace: { kind: "value", placeholder: "NAME", summary: "Replace the requests' namespace." },
  image: { kind: "value", placeholder: "IMAGE", summary: "Replace the requests' image." },
  "ray-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "Replace the requests' ray_version.",
  },
} satisfies FlagTable);

type Given = ArgumentsOf<
  typeof inputFlags & { readonly strict: { readonly kind: "switch"; readonly summary: string } }
>;

/** What the operands and the settings file hold. */
export interface InputTexts {
  readonly requests: readonly TextDocument[];
  readonly settings: TextDocument | undefined;
}

/** Throws a UsageError where the inputs contradict each other. */
export function checkInputs(given: Given): void {
  const settingsFile = given.value("settings");
  if (given.operands.length === 0) throw new UsageError("a request is missing: a file, or -.");
  const files = settingsFile === undefined ? given.operands : [...given.operands, settingsFile];
  if (files.includes("")) throw new UsageError("the name of a file is empty.");
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError("standard input can be read only once, but - is given twice.");
  }
  const at = given.value("settings-at");
  if (at !== undefined && settingsFile === undefined) {
    throw new UsageError("--settings-at says where the settings stand in --settings; give both.");
  }
  if (at !== undefined && parsePath(at) === undefined) {
    throw new UsageError(
      `--settings-at ${defuse(at.slice(0, 60))} is not a path such as spec.values.`,
    );
  }
  if (given.value("name") !== undefined && given.operands.length > 1) {
    throw new UsageError("--name is for one request: two clusters cannot have the same name.");
  }
}

/** Reads every input. Throws an AccessError. */
export async function readInputs(given: Given, io: CommandLineIo): Promise<InputTexts> {
  const requests: TextDocument[] = [];
  for (const file of given.operands) requests.push(await readText(file, io));
  const settingsFile = given.value("settings");
  const settings = settingsFile === undefined ? undefined : await readText(settingsFile, io);
  return { requests, settings };
}

/** What the flags say of compiling. */
export function compileOptions(given: Given): CompileOptions {
  return {
    strict: given.isSet("strict"),
    kuberayVersion: given.value("kuberay-version"),
    settingsAt: given.value("settings-at"),
    overrides: {
      name: given.value("name"),
      namespace: given.value("namespace"),
      image: given.value("image"),
      ray_version: given.value("ray-version"),
    },
  };
}

/** Reads, compiles and reports; what was compiled of each request, or undefined where any is invalid. */
export async function compileInputs(
  given: Given,
  report: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly Compiled[] | undefined> {
  const { requests, settings } = await readInputs(given, io);
  // Loaded only now, so that help and usage errors come at once.
  const { compileAsNeeded } = await import("../project/compile-as-needed.ts");
  const options = compileOptions(given);
  const results: CompileResult[] = [];
  for (const request of requests) results.push(await compileAsNeeded(request, settings, options));
  await report(
    inDocumentOrder(results),
    settings === undefined ? requests : [...requests, settings],
  );
  const compiled = results.filter((result) => result.ok);
  return compiled.length < results.length ? undefined : compiled;
}
