import { rayResourceProblem } from "../../api/identifiers/ray-resource.ts";
import { startParameterProblem } from "../../api/identifiers/start-parameter.ts";
import type { TextMap } from "../../diagnostics/plain-data.ts";
import { formatCount, showText, showValue } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { MAXIMUM_REPLICAS, textProblem } from "../fields.ts";
import { entryName, mapOf } from "../map-of.ts";
import { carriedText, patterns, wholeNumberText } from "../patterns.ts";
import type * as z from "../schema-language.ts";

/** Parameters that `ray start` reads as whole numbers, bytes and ports: python/ray/scripts/scripts.py. */
const WHOLE_NUMBERS = /^(object-store-memory|[a-z0-9-]+-port)$/;

/** Parameters of `ray start` by name. */
export const rayStartParams: z.Schema<TextMap> = mapOf<TextMap>((name, value) => [
  nameProblem(name),
  typeof value === "string"
    ? (textProblem(value) ?? numberProblem(name, value))
    : {
        code: "wrong-type",
        message: `${entryName(name)} must be a string, but it is ${showValue(value)}.`,
        hint: "Put the value in quotes: KubeRay accepts start parameters only as strings.",
      },
]).meta({
  type: "object",
  propertyNames: patterns.startParameter,
  patternProperties: { [WHOLE_NUMBERS.source]: { type: "string", ...wholeNumberText } },
  additionalProperties: { type: "string", ...carriedText },
});

function nameProblem(name: string): FieldProblem | undefined {
  const reason = startParameterProblem(name);
  if (reason === undefined) return undefined;
  return {
    code: "invalid-start-parameter",
    message: `The start parameter ${showText(name)} is not valid. ${reason}`,
    hint: "Write it in lower case with dashes, without leading dashes, such as object-store-memory.",
    target: "key",
  };
}

/** What starts with a digit is meant as a number; a shell may make one of anything else. */
function numberProblem(name: string, value: string): FieldProblem | undefined {
  if (!WHOLE_NUMBERS.test(name) || !/^[-.0-9]/.test(value) || /^\d+$/.test(value)) return undefined;
  const isMemory = name === "object-store-memory";
  return {
    code: "invalid-start-parameter",
    message: `ray start reads ${name} as a whole number${isMemory ? " of bytes" : ""}, but it is ${showValue(value)}.`,
    hint: `Write it without a unit, such as "${isMemory ? "1000000000" : "8080"}".`,
  };
}

/** Custom resources of Ray by name, in whole numbers: Ray's autoscaler takes no others. */
export const rayResources: z.Schema<Readonly<Record<string, number>>> = mapOf<
  Readonly<Record<string, number>>
>((name, value) => [resourceProblem(name), countProblem(name, value)]).meta({
  type: "object",
  propertyNames: patterns.rayResource,
  additionalProperties: {
    description: "Amount that Ray offers, in whole numbers.",
    type: "integer",
    minimum: 0,
    maximum: MAXIMUM_REPLICAS,
  },
});

function resourceProblem(name: string): FieldProblem | undefined {
  const reason = rayResourceProblem(name);
  if (reason === undefined) return undefined;
  return {
    code: "invalid-ray-resource",
    message: `The Ray resource ${showText(name)} is not valid. ${reason}`,
    hint: "Write a name such as high_memory.",
    target: "key",
  };
}

function countProblem(name: string, value: unknown): FieldProblem | undefined {
  if (isCount(value)) return undefined;
  return {
    code: typeof value === "number" ? "number-out-of-range" : "wrong-type",
    message: `${entryName(name)} must be a whole number from 0 to ${formatCount(MAXIMUM_REPLICAS)}, but it is ${showValue(value)}.`,
    hint: "Write a whole number, such as 1: Ray's autoscaler counts custom resources in whole numbers.",
  };
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAXIMUM_REPLICAS;
}
