import type { Effect } from "../../kuberay/effects/effects.ts";

/** What a piece of the report is, for a painter to colour. */
export type DiffStyle =
  | "title"
  | "effect"
  | "rejected"
  | "added"
  | "removed"
  | "changed"
  | "reason"
  | "heading";

/** Colours a piece of text. */
export type Paint = (style: DiffStyle, text: string) => string;

/** The style of what is said of an effect. */
export function effectStyle(effect: Effect): DiffStyle {
  return effect === "rejected" ? "rejected" : "effect";
}
