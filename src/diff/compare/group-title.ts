import { showText } from "../../diagnostics/show.ts";
import type { GroupView } from "./cluster-view.ts";

/** `the head group`, or `group "gpu"`: a group as a sentence names it. */
export function groupTitle({ role, name }: Pick<GroupView, "role" | "name">): string {
  return role === "head" ? "the head group" : `group ${showText(name)}`;
}
