import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, identifier, NO_PROBLEMS } from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";

const CODE = "invalid-network-rule";

/** A requirement on one label: ValidateLabelSelectorRequirement in apimachinery pkg/apis/meta/v1/validation. */
const expression = checked(
  z.strictObject({
    key: identifier(CODE, "The label key", labelKeyProblem, () => "Write it as on the pods.").meta({
      description: "Key of the label.",
      ...patterns.labelKey,
    }),
    operator: z
      .enum(["In", "NotIn", "Exists", "DoesNotExist"])
      .meta({ description: "How the label is matched." }),
    values: z
      .array(
        identifier(
          CODE,
          "The label value",
          labelValueProblem,
          () => "Write it as on the pods.",
        ).meta({ ...patterns.labelValue }),
      )
      .exactOptional()
      .meta({ description: "Values of the label; none for Exists and DoesNotExist." }),
  }),
  valueProblems,
);

/** Which pods or namespaces are meant, as Kubernetes takes it: ValidateLabelSelector there. */
export const labelSelector = z
  .strictObject({
    matchLabels: textMaps.nodeSelector
      .exactOptional()
      .meta({ description: "Required labels, by key." }),
    matchExpressions: z
      .array(expression)
      .exactOptional()
      .meta({ description: "Expressions that must all match." }),
  })
  .meta({ description: "A Kubernetes label selector; {} selects everything." });

function valueProblems({ operator, values = [] }: Expression): readonly FieldProblem[] {
  const isSet = operator === "In" || operator === "NotIn";
  if (isSet === values.length > 0) return NO_PROBLEMS;
  const message = isSet
    ? `The operator ${operator} needs at least one value.`
    : `The operator ${operator} takes no values.`;
  const hint = isSet ? "Add values." : "Remove values, or use In or NotIn.";
  return [
    {
      code: "network-rules-contradiction",
      message,
      hint,
      ...(isSet ? { lacks: ["values"] } : { path: ["values"] }),
    },
  ];
}

interface Expression {
  readonly operator: string;
  readonly values?: readonly string[];
}
