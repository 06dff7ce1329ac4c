import type { ApiType } from "../../api/api-type.ts";
import type { FieldTrail, TrailStep } from "../../api/field-path.ts";
import type { Path } from "../../diagnostics/path.ts";

/** The way of a path by keys and indexes through the types of the API; undefined where it leaves them. */
export function trailOf(path: Path, root: ApiType): FieldTrail | undefined {
  const trail: TrailStep[] = [];
  let type = root;
  for (const step of path) {
    if (type.kind === "list") {
      trail.push({ owner: undefined, step: "[]" });
      type = type.items.type;
    } else if (type.kind === "map") {
      trail.push({ owner: undefined, step: "{}" });
      type = type.values.type;
    } else {
      const field = type.kind === "object" ? type.field(String(step)) : undefined;
      if (type.kind !== "object" || field === undefined) return undefined;
      trail.push({ owner: type.name, step: field.name });
      type = field.type;
    }
  }
  return trail;
}
