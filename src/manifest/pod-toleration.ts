import type { Toleration } from "../model/settings/toleration.ts";
import type { Draft } from "./draft.ts";

/** The fields that are set, in the API's order. */
export function podToleration(toleration: Toleration): Toleration {
  const { key, operator, value, effect, tolerationSeconds } = toleration;
  const result: Draft<Toleration> = {};
  if (key) result.key = key;
  if (operator) result.operator = operator;
  if (value) result.value = value;
  if (effect) result.effect = effect;
  if (tolerationSeconds != null) result.tolerationSeconds = tolerationSeconds;
  return result;
}
