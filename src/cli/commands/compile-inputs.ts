import type { CompileOptions, CompileResult } from "../../compile-documents.ts";
import { defuse } from "../../diagnostics/defuse.ts";
import { parsePath } from "../../diagnostics/path.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { Compiled } from "../../plan/compiled.ts";
import { inDocumentOrder } from "../formats/in-document-order.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText, STANDARD_INPUT } from "../io/read-text.ts";
import type { FlagValues } from "./flag-values.ts";
import { flagValues, withFlags } from "./flag-values.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { readSetFlag } from "./set-flag.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of every command that compiles requests: what to compile for, and what to replace. */
export const inputFlags = Object.freeze({
  settings: {
    kind: "value",
    short: "s",
    placeholder: "FILE",
    repeatable: true,
    summary: "Helm values of the deployment; later files win.",
  },
  "settings-at": {
    kind: "value",
    placeholder: "PATH",
    summary: "Their path in it, such as spec.values.",
  },
  patch: {
    kind: "value",
    placeholder: "FILE",
    repeatable: true,
    summary: "Merge a partial request over each request.",
  },
  set: {
    kind: "value",
    placeholder: "PATH=VALUE",
    repeatable: true,
    summary: "Set a field of each request, after patches.",
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

/** What the operands and the other files hold. */
export interface InputTexts {
  readonly requests: readonly TextDocument[];
  /** In order, the last on top. */
  readonly settings: readonly TextDocument[];
  readonly patches: readonly TextDocument[];
}

/** Every file that is read. */
export function inputFiles(given: Given): readonly string[] {
  return [...given.operands, ...given.values("settings"), ...given.values("patch")];
}

/** Throws a UsageError where the inputs contradict each other. */
export function checkInputs(given: Given): void {
  if (given.operands.length === 0) throw new UsageError("a request is missing: a file, or -.");
  const files = inputFiles(given);
  if (files.includes("")) throw new UsageError("the name of a file is empty.");
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError("standard input can be read only once, but - is given twice.");
  }
  const at = given.value("settings-at");
  if (at !== undefined && given.values("settings").length === 0) {
    throw new UsageError("--settings-at is the path of the settings in --settings; use both.");
  }
  if (at !== undefined && parsePath(at) === undefined) {
    throw new UsageError(
      `--settings-at ${defuse(at.slice(0, 60))} is not a path such as spec.values.`,
    );
  }
  if (given.value("name") !== undefined && given.operands.length > 1) throw severalNames();
  for (const text of given.values("set")) readSetFlag(text);
}

function severalNames(): UsageError {
  return new UsageError("--name is for one request: two clusters cannot have the same name.");
}

/** Reads every input. Throws an AccessError. */
export async function readInputs(given: Given, io: CommandLineIo): Promise<InputTexts> {
  const read = async (files: readonly string[]) => {
    const texts: TextDocument[] = [];
    for (const file of files) texts.push(await readText(file, io));
    return texts;
  };
  const requests = await read(given.operands);
  const settings = await read(given.values("settings"));
  return { requests, settings, patches: await read(given.values("patch")) };
}

/** What the flags say of compiling. */
export function compileOptions(given: Given, { patches, settings }: InputTexts): CompileOptions {
  return {
    settingsLayers: settings.slice(1),
    patches,
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

/** What the flags give in place of documents. */
export function givenValues(given: Given): FlagValues {
  return flagValues(given.values("set"), {
    name: ["--name", given.value("name")],
    namespace: ["--namespace", given.value("namespace")],
    image: ["--image", given.value("image")],
    ray_version: ["--ray-version", given.value("ray-version")],
    kuberay_version: ["--kuberay-version", given.value("kuberay-version")],
  });
}

/** Reads, compiles and reports; what was compiled of each operand, or undefined where any request is invalid. */
export async function compileInputs(
  given: Given,
  report: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly (readonly Compiled[])[] | undefined> {
  const inputs = await readInputs(given, io);
  const { requests, settings, patches } = inputs;
  // Loaded only now, so that help and usage errors come at once.
  const [{ prepareDeployment }, { compileAsNeeded }, { createNameRegister, objectNames }] =
    await Promise.all([
      import("../../compile-documents.ts"),
      import("../project/compile-as-needed.ts"),
      import("../project/name-register.ts"),
    ]);
  const values = givenValues(given);
  const deployment = prepareDeployment(settings[0], compileOptions(given, inputs), values);
  const results: (readonly CompileResult[])[] = [];
  const names = createNameRegister();
  for (const request of requests) {
    const ofFile = await compileAsNeeded(request, deployment);
    results.push(ofFile);
    names.add(request.file, objectNames(ofFile));
  }
  if (given.value("name") !== undefined && results.some(({ length }) => length > 1)) {
    throw severalNames();
  }
  const texts = [...requests, ...settings, ...patches, ...values.texts];
  const byFile = new Map(requests.map((request) => [request.file, request]));
  const clashes = await names.report(
    deployment,
    async (file) => byFile.get(file) ?? { file, text: "" },
  );
  const diagnostics = [...clashes.diagnostics, ...inDocumentOrder(results.flat())];
  await report(withFlags(diagnostics), texts);
  const isSound = clashes.diagnostics.length === 0 && results.flat().every(({ ok }) => ok);
  return isSound ? results.map((some) => some.filter((result) => result.ok)) : undefined;
}
