import { dns1123SubdomainProblem } from "../api/identifiers/dns-subdomain.ts";
import { imageReferenceProblem } from "../api/identifiers/image-reference.ts";
import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import { patterns } from "./patterns.ts";
import * as z from "./schema-language.ts";
import { useSubdomainInstead } from "./use-instead.ts";

/** What a field's own check reports; the path is relative to the field. */
export interface FieldProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  readonly path?: Path;
  readonly target?: "key";
  /** One of these fields is missing. That follows where a key of the same object is unknown, or one of them has the wrong type. */
  readonly lacks?: readonly string[];
}

/** The most CPUs, GiB and GPUs of one node: far beyond any machine, far below where doubles lose digits. */
export const MAXIMUM_CPU = 1_000_000;
export const MAXIMUM_MEMORY_GIB = 1_048_576;
export const MAXIMUM_GPUS = 10_000;
/** Replica counts are int32 in every RayCluster CRD. */
export const MAXIMUM_REPLICAS = 2_147_483_647;

/** Adds a check of its own to a schema; `validate.ts` turns what it yields into findings. */
export function checked<T>(
  schema: z.Schema<T>,
  problems: (value: T) => readonly FieldProblem[],
): z.Schema<T> {
  return schema.check(
    (context) => {
      for (const problem of problems(context.value)) {
        context.issues.push({
          code: "custom",
          input: context.value,
          path: [...(problem.path ?? [])],
          params: { problem },
          continue: true,
        });
      }
    },
    (value) => problems(value).length === 0,
  );
}

/** A string that one of the identifier checks accepts. */
export function identifier(
  code: DiagnosticCode,
  noun: string,
  problem: (text: string) => string | undefined,
  hint: (text: string) => string,
): z.Schema<string> {
  return checked(z.string(), (text) => {
    const reason = problem(text);
    if (reason === undefined) return NO_PROBLEMS;
    const message = `${noun} ${showText(text)} is not valid. ${reason}`;
    return [{ code, message, hint: hint(text) }];
  });
}

export const NO_PROBLEMS: readonly FieldProblem[] = Object.freeze([]);

/** CPUs of a node or of the autoscaler. */
export const cpu: z.Schema<number> = checked(z.number().gt(0).max(MAXIMUM_CPU), (value) =>
  cpuMillis(value) > 0 || value <= 0
    ? NO_PROBLEMS
    : [
        {
          code: "number-out-of-range",
          message: `cpu (${value}) is less than 0.001, the smallest share of a CPU that Kubernetes counts.`,
          hint: "Raise cpu to 0.001 or more.",
        },
      ],
).meta({ minimum: 0.001 });

/** GiB of a field, in steps of 1 MiB. */
export function gibibytes(name: string): z.Schema<number> {
  return checked(z.number().gt(0).max(MAXIMUM_MEMORY_GIB), (value) =>
    memoryMebibytes(value) > 0 || value <= 0
      ? NO_PROBLEMS
      : [
          {
            code: "number-out-of-range",
            message: `${name} (${value}) is less than 1 MiB; memory is counted in GiB (2**30 bytes).`,
            hint: "Give the memory in GiB, such as 32.",
          },
        ],
  ).meta({ minimum: 1 / 1024 });
}

/** GiB of a node or of the autoscaler. */
export const memoryGb: z.Schema<number> = gibibytes("memory_gb");

/** A container image. */
export function image(noun: string): z.Schema<string> {
  return identifier(
    "invalid-image",
    noun,
    imageReferenceProblem,
    () => "Write it as registry.example.com/path:tag, with the path in lower case.",
  );
}

/** The name of an object of Kubernetes that the manifest refers to. */
export function objectName(kind: string): z.Schema<string> {
  return identifier("invalid-object-name", `The ${kind} name`, dns1123SubdomainProblem, (text) =>
    useSubdomainInstead(text, "train"),
  ).meta({ ...patterns.dns1123Subdomain });
}

/** Free text, without characters that not every YAML reader carries. */
export function textProblem(text: string): FieldProblem | undefined {
  const codePoint = uncarriedCodePoint(text);
  if (codePoint === undefined) return undefined;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const message = `The value contains ${name}, which not every YAML reader preserves.`;
  return { code: "unprintable-text", message, hint: `Remove ${name}.` };
}

/** A schema for free text, without such characters. */
export function carried(schema: z.Schema<string>): z.Schema<string> {
  return checked(schema, (text) => {
    const problem = textProblem(text);
    return problem === undefined ? NO_PROBLEMS : [problem];
  });
}

export const gpuCount: z.Schema<number> = z.int().min(0).max(MAXIMUM_GPUS);
export const replicaCount: z.Schema<number> = z.int().min(0).max(MAXIMUM_REPLICAS);
export const nodeCount: z.Schema<number> = z.int().min(1).max(MAXIMUM_REPLICAS);
