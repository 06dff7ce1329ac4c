import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { headServiceName } from "../service-name.ts";
import { kindWord } from "../views/kind-word.ts";
import { annotationEffect } from "./annotation-effect.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { labelEffect } from "./label-effect.ts";

const OLD_STAYS = "The old cluster stays until it is deleted.";

/** The object itself: another name or namespace is another cluster, which KubeRay makes beside the old one. */
export const objectRules: readonly FieldRule[] = Object.freeze([
  fieldRule("ServerObjectMeta.name", otherName),
  fieldRule("ServerObjectMeta.namespace", otherNamespace),
  fieldRule("ServerObjectMeta.labels", labelEffect),
  fieldRule("ServerObjectMeta.annotations", annotationEffect),
  fieldRule("RayCluster.metadata", () => ({
    effect: "none",
    reason: "KubeRay ignores the change.",
  })),
]);

function otherName(_change: FieldChange, { before, after, release }: EffectContext): Consequence {
  const service = ({ view }: ClusterState) => showText(headServiceName(view.name, release));
  return {
    effect: "address",
    reason: `This is another cluster, with the head Service ${service(after)} instead of ${service(before)}. ${OLD_STAYS}`,
  };
}

/** Another namespace is another object. */
export function otherNamespace(
  _change: FieldChange,
  { before, after }: EffectContext,
): Consequence {
  const thing = kindWord[after.view.kind];
  const isOpen = [before, after].some(({ view }) => namespaceOf(view.data) === undefined);
  return {
    effect: "address",
    reason: isOpen
      ? `A manifest without a namespace goes wherever it is posted to, so this can be another ${thing}.`
      : `This is another ${thing}, whose head Service is in another namespace. The old one stays until it is deleted.`,
  };
}

function namespaceOf(data: ClusterState["view"]["data"]): string | undefined {
  return ownText(ownField(data, "metadata"), "namespace");
}
