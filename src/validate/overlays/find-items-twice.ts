import type { ObjectType } from "../../api/api-type.ts";
import { patchStrategy } from "../../api/patch-strategies.ts";
import { walkData } from "../../api/walk-data.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { placeIn } from "../../manifest/overlays/merge-overlays.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";

/**
 * Items of one overlay that a merge takes for the same: such as a variable that stands twice, or a port for TCP and for UDP.
 * Only the last would be left. An item with an order to the merge, such as a deletion, is no such item.
 */
export function findItemsTwice(overlay: PodOverlay, type: ObjectType): readonly Finding[] {
  const findings: Finding[] = [];
  walkData(overlay.template, type, ({ value, path, type: { kind }, field, owner }) => {
    if (kind !== "list" || !isList(value) || field === undefined || owner === undefined)
      return true;
    const key = patchStrategy(owner.name, field.name)?.key;
    if (key === undefined) return true;
    const first = new Map<string, Path>();
    for (const [index, item] of value.entries()) {
      const identity = ownField(item, key);
      if (identity === undefined || ownField(item, "$patch") !== undefined) continue;
      const word = JSON.stringify(identity);
      const at = [...path, index];
      const other = first.get(word);
      if (other === undefined) first.set(word, at);
      else {
        findings.push({
          ...placeIn(overlay, at),
          code: "pod-template-merge",
          message: `Two items of ${field.name} have the ${key} ${showText(wordText(identity))}: the merge takes both for one, and keeps what the last says.`,
          hint: "Remove one of them.",
          related: [{ ...placeIn(overlay, other), message: "This is the first one." }],
        });
      }
    }
    return true;
  });
  return findings;
}
