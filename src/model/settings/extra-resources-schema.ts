import { podResourceProblem } from "../../api/identifiers/pod-resource.ts";
import { formatCount, showText, showValue } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { MAXIMUM_CPU } from "../fields.ts";
import { entryName, mapOf } from "../map-of.ts";
import { patterns } from "../patterns.ts";
import type * as z from "../schema-language.ts";

type Resources = Readonly<Record<string, number>>;

/** What pods ask for beside the devices of an accelerator: whole numbers of extended resources, or of huge pages. */
export const extraResources: z.Schema<Resources> = mapOf<Resources>((name, value) => [
  nameProblem(name),
  numberProblem(name, value),
]).meta({
  type: "object",
  propertyNames: { anyOf: [patterns.hugePages, patterns.extendedResourceName] },
  additionalProperties: {
    description: "Amount, in whole numbers; for huge pages, the number of pages.",
    type: "integer",
    minimum: 1,
    maximum: MAXIMUM_CPU,
  },
});

function nameProblem(name: string): FieldProblem | undefined {
  const reason = podResourceProblem(name);
  if (reason === undefined) return undefined;
  return {
    code: "invalid-resource-key",
    message: `The resource ${showText(name)} is not valid. ${reason}`,
    hint: "Use a resource that the nodes offer, such as vpc.amazonaws.com/efa or hugepages-2Mi.",
    target: "key",
  };
}

function numberProblem(name: string, value: unknown): FieldProblem | undefined {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAXIMUM_CPU) {
    return undefined;
  }
  return {
    code: typeof value === "number" ? "number-out-of-range" : "wrong-type",
    message: `${entryName(name)} must be a whole number from 1 to ${formatCount(MAXIMUM_CPU)}, but it is ${showValue(value)}.`,
    hint: "Write how many of them one pod asks for, such as 1; for huge pages, the number of pages.",
  };
}
