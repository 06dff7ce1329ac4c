import { isList, ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Difference } from "./comparison.ts";
import type { JudgedSide } from "./judge-side.ts";
import type { SpellingCause } from "./manifest-diff.ts";

/**
 * What a container does not request but is limited to is requested as it is limited. Source: SetDefaults_Pod in
 * Kubernetes' pkg/apis/core/v1/defaults.go.
 */
export function requestCause(
  { beforePath, afterPath, display }: Difference,
  { before, after }: ChangeContext,
): SpellingCause | undefined {
  const [resources, requests] = display.slice(-3, -1);
  if (resources !== "resources" || requests !== "requests") return undefined;
  const [left, right] = [requested(before, beforePath), requested(after, afterPath)];
  return left !== undefined && right !== undefined && areSameQuantity(left, right)
    ? "default"
    : undefined;
}

function requested({ data }: JudgedSide, path: Path): PlainData | undefined {
  const key = String(path.at(-1));
  const resources = path
    .slice(0, -2)
    .reduce<PlainData | undefined>(
      (value, step) =>
        typeof step === "string"
          ? ownField(value, step)
          : isList(value)
            ? (value[step] ?? undefined)
            : undefined,
      data,
    );
  return (
    ownField(ownField(resources, "requests"), key) ?? ownField(ownField(resources, "limits"), key)
  );
}
