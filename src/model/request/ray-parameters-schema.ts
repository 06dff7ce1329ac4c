import * as z from "zod";
import type { TextMap } from "../../diagnostics/plain-data.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText, showValue } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { MAXIMUM_REPLICAS } from "../fields.ts";

const PARAMETER_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** A resource's name goes through JSON, a shell and Ray's autoscaler: no quotes, no backslash, nothing invisible. */
const RESOURCE_NAME = /^[A-Za-z0-9_][-A-Za-z0-9_.:/]{0,199}$/;

/** Parameters of `ray start` by name. */
export const rayStartParams: z.ZodType<TextMap> = entries<TextMap>((name, value) => [
  PARAMETER_NAME.test(name)
    ? undefined
    : {
        code: "invalid-start-parameter",
        message: `${showText(name)} is not the name of a parameter of ray start.`,
        hint: "Write it in lower case with dashes, without those in front, such as num-cpus.",
        target: "key",
      },
  typeof value === "string"
    ? undefined
    : {
        code: "wrong-type",
        message: `${name} must be a string, but it is ${showValue(value)}.`,
        hint: "Put the value in quotes; KubeRay takes text alone.",
      },
]).meta({
  type: "object",
  propertyNames: { pattern: PARAMETER_NAME.source },
  additionalProperties: { type: "string" },
});

/** Custom resources of Ray by name, in whole numbers: Ray's autoscaler takes no others. */
export const rayResources: z.ZodType<Readonly<Record<string, number>>> = entries<
  Readonly<Record<string, number>>
>((name, value) => [
  RESOURCE_NAME.test(name)
    ? undefined
    : {
        code: "invalid-ray-resource",
        message: `${showText(name)} cannot be the name of a Ray resource.`,
        hint: 'Use letters, digits, "_", "-", ".", ":" and "/".',
        target: "key",
      },
  isCount(value)
    ? undefined
    : {
        code: typeof value === "number" ? "number-out-of-range" : "wrong-type",
        message: `${name} must be a whole number from 0 to ${MAXIMUM_REPLICAS}, but it is ${showValue(value)}.`,
        hint: "Ray counts custom resources of a node in whole numbers.",
      },
]).meta({
  type: "object",
  propertyNames: { pattern: RESOURCE_NAME.source },
  additionalProperties: { type: "integer", minimum: 0, maximum: MAXIMUM_REPLICAS },
});

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
