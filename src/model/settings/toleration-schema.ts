import { tolerationProblems } from "../../api/identifiers/toleration.ts";
import { showText } from "../../diagnostics/show.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import type { Toleration } from "./toleration.ts";

/** A toleration that Kubernetes accepts: ValidateTolerations in kubernetes pkg/apis/core/validation/validation.go. */
export const toleration: z.Schema<Toleration> = field
  .checked(
    z.strictObject({
      key: z
        .string()
        .nullish()
        .meta({
          description: "Taint key; no key with Exists means all taints.",
          default: null,
          ...patterns.tolerationKey,
        }),
      operator: z
        .string()
        .nullish()
        .meta({
          description: "How the value compares.",
          enum: ["Equal", "Exists", ""],
          default: "Equal",
        }),
      value: z
        .string()
        .nullish()
        .meta({ description: "Taint value, for Equal.", default: null, ...patterns.labelValue }),
      effect: z
        .string()
        .nullish()
        .meta({
          description: "Taint effect; no effect means all effects.",
          default: null,
          enum: ["NoSchedule", "PreferNoSchedule", "NoExecute", ""],
        }),
      tolerationSeconds: z.int().nullish().meta({
        description: "How long a pod may stay after NoExecute, in seconds. Default: forever.",
        default: null,
      }),
    }),
    (value) =>
      tolerationProblems(value).map(({ field: name, problem, hint }) => ({
        code: "invalid-toleration",
        message: `${tolerationPart(value, name)} is not valid. ${problem}`,
        hint,
        ...(name === undefined ? {} : { path: [name] }),
      })),
  )
  .meta({
    description: "A Kubernetes toleration; an empty field counts as left out.",
  });

/** `The toleration's operator "exists"`, or `The toleration` where the whole is meant. */
function tolerationPart(value: Toleration, field: keyof Toleration | undefined): string {
  if (field === undefined) return "The toleration";
  const part = value[field];
  const shown = typeof part === "string" ? showText(part) : String(part);
  return `The toleration's ${field} ${shown}`;
}
