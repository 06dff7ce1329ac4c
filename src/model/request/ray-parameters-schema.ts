import * as z from "zod";
import { rayResourceProblem } from "../../api/identifiers/ray-resource.ts";
import { startParameterProblem } from "../../api/identifiers/start-parameter.ts";
import type { TextMap } from "../../diagnostics/plain-data.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { formatCount, showText, showValue } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { MAXIMUM_REPLICAS, textProblem } from "../fields.ts";
import { carriedText, patterns } from "../patterns.ts";

/** Parameters of `ray start` by name. */
export const rayStartParams: z.ZodType<TextMap> = entries<TextMap>((name, value) => [
  nameProblem(name),
  typeof value === "string"
    ? textProblem(value)
    : {
        code: "wrong-type",
        message: `${showName(name)} must be a string, but it is ${showValue(value)}.`,
        hint: "Put the value in quotes: KubeRay takes start parameters as text alone.",
      },
]).meta({
  type: "object",
  propertyNames: patterns.startParameter,
  additionalProperties: { type: "string", ...carriedText },
});

function nameProblem(name: string): FieldProblem | undefined {
  const reason = startParameterProblem(name);
  if (reason === undefined) return undefined;
  return {
    code: "invalid-start-parameter",
    message: `The start parameter ${showText(name)} is not valid. ${reason}`,
    hint: "Write it in lower case with dashes, without those in front, such as object-store-memory.",
    target: "key",
  };
}

/** Custom resources of Ray by name, in whole numbers: Ray's autoscaler takes no others. */
export const rayResources: z.ZodType<Readonly<Record<string, number>>> = entries<
  Readonly<Record<string, number>>
>((name, value) => [resourceProblem(name), countProblem(name, value)]).meta({
  type: "object",
  propertyNames: patterns.rayResource,
  additionalProperties: {
    description: "How many of it Ray offers, in whole numbers.",
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
    message: `${showName(name)} must be a whole number from 0 to ${formatCount(MAXIMUM_REPLICAS)}, but it is ${showValue(value)}.`,
    hint: "Write a whole number, such as 1: Ray's autoscaler counts custom resources in whole numbers.",
  };
}

/** A key as a report names fields: as it stands where that is safe. */
function showName(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : showText(name);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAXIMUM_REPLICAS;
}

/** A map of which every entry is looked at, whatever is wrong with some of them. */
function entries<Map extends object>(
  problems: (name: string, value: unknown) => readonly (FieldProblem | undefined)[],
): z.ZodType<Map> {
  return z.custom<Map>().check(({ value, issues }) => {
    const map: unknown = value;
    if (!isPlainObject(map)) {
      issues.push({ code: "invalid_type", expected: "record", input: map });
      return;
    }
    for (const name of Object.keys(map)) {
      for (const problem of problems(name, map[name])) {
        if (problem === undefined) continue;
        const params = { problem };
        issues.push({ code: "custom", input: map, path: [name], params, continue: true });
      }
    }
  });
}
