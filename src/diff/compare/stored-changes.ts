import type { FieldChange } from "../../kuberay/effects/field-rule.ts";
import type { ChangeContext } from "./change-context.ts";
import { dropAt } from "./classify-change.ts";
import type { Comparison } from "./comparison.ts";
import { changesText } from "./spelling.ts";

/** All places where the stored objects differ as texts: fields that the API server drops are not among them. */
export function storedChanges(
  { differences, respellings }: Comparison,
  { before, after }: Pick<ChangeContext, "before" | "after">,
): readonly FieldChange[] {
  const respelled = respellings.filter(({ cause }) => changesText(cause));
  return [...differences, ...respelled].filter((change) => {
    const isGone = change.after === undefined;
    const [side, path] = isGone ? [before, change.beforePath] : [after, change.afterPath];
    return dropAt(side, path) === undefined;
  });
}
